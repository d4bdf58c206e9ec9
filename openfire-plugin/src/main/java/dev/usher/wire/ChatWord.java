package dev.usher.wire;

/** What agents whose client knows no workgroups write to one; in every language of the {@link Phrasebook}. */
enum ChatWord {
    JOIN,
    LEAVE,
    ACCEPT,
    DECLINE
}
