/**
 * Keeps visits in a database, Openfire's own. {@link dev.usher.persistence.JdbcVisitStore} is the desk's store,
 * {@link dev.usher.persistence.SchemaCheck} says whether its tables are there. See docs/design/persistence.md.
 */
package dev.usher.persistence;
