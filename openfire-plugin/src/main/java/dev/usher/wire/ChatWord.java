package dev.usher.wire;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What agents whose client knows no workgroups write to one, in their own language. */
enum ChatWord {
    JOIN,
    LEAVE,
    ACCEPT,
    DECLINE;

    private static final Map<ChatWord, Set<String>> WORDS = Map.of(
            JOIN, Set.of("join", "online", "beitreten", "rejoindre", "entrar", "entra", "deelnemen", "dołącz", "войти"),
            LEAVE,
                    Set.of(
                            "leave",
                            "offline",
                            "verlassen",
                            "quitter",
                            "salir",
                            "sair",
                            "esci",
                            "verlaten",
                            "wyjdź",
                            "выйти"),
            ACCEPT,
                    Set.of(
                            "accept",
                            "yes",
                            "annehmen",
                            "ja",
                            "accepter",
                            "oui",
                            "aceptar",
                            "sí",
                            "si",
                            "aceitar",
                            "sim",
                            "accetta",
                            "sì",
                            "accepteren",
                            "przyjmij",
                            "tak",
                            "принять",
                            "да",
                            "接受",
                            "承諾",
                            "수락",
                            "قبول",
                            "kabul"),
            DECLINE,
                    Set.of(
                            "decline",
                            "no",
                            "reject",
                            "ablehnen",
                            "nein",
                            "refuser",
                            "non",
                            "rechazar",
                            "recusar",
                            "não",
                            "rifiuta",
                            "weigeren",
                            "nee",
                            "odrzuć",
                            "nie",
                            "отклонить",
                            "нет",
                            "拒绝",
                            "辞退",
                            "거절",
                            "رفض",
                            "reddet"));

    /** @param text what was written, in any case, with or without a full stop */
    static Optional<ChatWord> of(String text) {
        var word = text.strip().replaceFirst("[.!]$", "").toLowerCase(Locale.ROOT);
        return WORDS.entrySet().stream()
                .filter(entry -> entry.getValue().contains(word))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
