package dev.usher.persistence;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The databases that Usher has scripts for, by the name that their driver gives them. */
enum Dialect {
    ORACLE("oracle", "oracle"),
    POSTGRESQL("postgres", "postgresql"),
    SQL_SERVER("sql server", "sqlserver"),
    MARIADB("maria", "mariadb"),
    MYSQL("mysql", "mysql"),
    HSQLDB("hsql", "hsqldb"),
    H2("h2", "unknown"),
    DB2("db2", "db2");

    private final String product;
    private final String type;

    Dialect(String product, String type) {
        this.product = product;
        this.type = type;
    }

    static Optional<Dialect> of(String product) {
        var name = product.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(dialect -> name.contains(dialect.product))
                .findFirst();
    }

    /** The script that makes all tables, in the plugin's folder. */
    String script() {
        return "database/" + file();
    }

    /** The script that brings the tables to that version from the one before. */
    String upgrade(int version) {
        return "database/upgrade/" + version + "/" + file();
    }

    private String file() {
        return Schema.KEY + "_" + type + ".sql";
    }
}
