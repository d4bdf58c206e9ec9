package dev.usher.web;

import dev.usher.desk.Submissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Writes down what is handed in, and answers the same each time. */
final class Submitted implements Submissions {
    final List<String> all = new ArrayList<>();
    Answer answer = Answer.TAKEN;

    @Override
    public CompletableFuture<Answer> leave(String workgroup, Map<String, List<String>> answers, String origin) {
        all.add(workgroup + " " + answers + " from " + origin);
        return CompletableFuture.completedFuture(answer);
    }

    @Override
    public CompletableFuture<Answer> rate(String workgroup, String token, int score, String comment) {
        all.add(workgroup + " " + token + " " + score + " " + comment);
        return CompletableFuture.completedFuture(answer);
    }
}
