package dev.usher.persistence;

import java.sql.Connection;
import java.sql.SQLException;

/** Where connections to the database come from, each one closed by whoever opened it. Thread-safe. */
@FunctionalInterface
public interface ConnectionSource {
    Connection open() throws SQLException;
}
