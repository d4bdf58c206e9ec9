package dev.usher.web;

import dev.usher.desk.Submissions;
import dev.usher.desk.Submissions.Answer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BinaryOperator;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;

/**
 * Takes what customers hand in by a form: a message while nobody can answer, and what they think of a visit. It waits
 * until that is stored, and keeps only so many threads of the server waiting. Thread-safe.
 */
final class HandIn {
    static final int LONGEST_NAME = 200;
    static final int LONGEST_EMAIL = 320;
    static final int LONGEST_MESSAGE = 4_000;
    static final int LONGEST_COMMENT = 1_000;

    private static final int LONGEST_TOKEN = 200;
    private static final int WAITING = 16;
    private static final long PATIENCE_SECONDS = 5;
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\"]+@[^\\s@<>\"]+");
    private static final Pattern SCORE = Pattern.compile("[1-5]");

    private final Submissions submissions;
    private final BinaryOperator<String> origins;
    private final Semaphore room = new Semaphore(WAITING);

    /** @param origins the network of a request, by its address and what proxies say of it (X-Forwarded-For) */
    HandIn(Submissions submissions, BinaryOperator<String> origins) {
        this.submissions = submissions;
        this.origins = origins;
    }

    FormAnswer message(String workgroup, PostedForm form, HttpServletRequest request) {
        var name = form.line("username", LONGEST_NAME);
        var email = form.line("email", LONGEST_EMAIL)
                .filter(text -> EMAIL.matcher(text).matches());
        var text = form.text("question", LONGEST_MESSAGE);
        if (name.isEmpty()) {
            return FormAnswer.invalid("username");
        } else if (email.isEmpty()) {
            return FormAnswer.invalid("email");
        } else if (text.isEmpty()) {
            return FormAnswer.invalid("question");
        }
        var answers = new LinkedHashMap<String, List<String>>();
        answers.put("username", List.of(name.get()));
        answers.put("email", List.of(email.get()));
        answers.put("question", List.of(text.get()));
        return await(() -> submissions.leave(workgroup, answers, origin(request)));
    }

    FormAnswer rating(String workgroup, PostedForm form) {
        var token = form.line("token", LONGEST_TOKEN);
        var score = form.line("score", 1).filter(text -> SCORE.matcher(text).matches());
        var comment = form.text("comment", LONGEST_COMMENT);
        if (token.isEmpty()) {
            return FormAnswer.invalid("token");
        } else if (score.isEmpty()) {
            return FormAnswer.invalid("score");
        } else if (comment.isEmpty() && form.has("comment")) {
            return FormAnswer.invalid("comment");
        }
        int points = Integer.parseInt(score.get());
        return await(() -> submissions.rate(workgroup, token.get(), points, comment.orElse("")));
    }

    /** All lines of the header: a proxy may write one of its own below what the client has made up. */
    private String origin(HttpServletRequest request) {
        var forwarded = request.getHeaders("X-Forwarded-For");
        var all = forwarded == null ? "" : String.join(",", Collections.list(forwarded));
        return origins.apply(Optional.ofNullable(request.getRemoteAddr()).orElse(""), all);
    }

    private interface Asked {
        CompletableFuture<Answer> ask();
    }

    private FormAnswer await(Asked asked) {
        if (!room.tryAcquire()) {
            return FormAnswer.LATER;
        }
        try {
            return FormAnswer.of(asked.ask().get(PATIENCE_SECONDS, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FormAnswer.LATER;
        } catch (ExecutionException | TimeoutException e) {
            return FormAnswer.LATER;
        } finally {
            room.release();
        }
    }
}
