package dev.usher.web;

import dev.usher.desk.Submissions.Answer;

/**
 * What becomes of what a customer has handed in.
 *
 * @param error a word for programs; empty where it was taken
 * @param field the one that is at fault; empty for none
 */
record FormAnswer(int status, String error, String field) {
    static final FormAnswer TAKEN = new FormAnswer(200, "", "");
    static final FormAnswer NOT_TAKEN = new FormAnswer(404, "not-taken", "");
    static final FormAnswer TOO_MANY = new FormAnswer(429, "too-many", "");
    static final FormAnswer LATER = new FormAnswer(503, "later", "");

    static FormAnswer invalid(String field) {
        return new FormAnswer(400, "invalid", field);
    }

    static FormAnswer of(Answer answer) {
        return switch (answer) {
            case TAKEN -> TAKEN;
            case NOT_TAKEN -> NOT_TAKEN;
            case TOO_MANY -> TOO_MANY;
            case LATER -> LATER;
        };
    }

    String json() {
        if (error.isEmpty()) {
            return "{\"ok\":true}";
        }
        return "{\"error\":\"" + error + "\"" + (field.isEmpty() ? "" : ",\"field\":\"" + field + "\"") + "}";
    }
}
