package io.synthlab.persistence.benchmarks;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.Repositories;
import java.sql.SQLException;
import java.util.List;

/**
 * One operation, written twice: as plain JDBC and as a call of a repository.
 *
 * <p>Both do the same for the same number and return equal values.
 */
interface Task {
    /**
     * Fills a new database.
     *
     * @param seed writes rows
     * @throws SQLException if the database refuses them
     */
    void seed(Seed seed) throws SQLException;

    /**
     * Does it in plain JDBC.
     *
     * @param jdbc the database
     * @param number number of the call, which picks rows; no two calls of one database have the same
     * @return what a host would get
     * @throws SQLException if the database fails
     */
    Object direct(DirectJdbc jdbc, int number) throws SQLException;

    /**
     * Does it by a repository.
     *
     * @param repositories of one provider
     * @param number number of the call, as for {@link #direct}
     * @return what a host would get
     */
    Object through(Repositories repositories, int number);

    /**
     * Names statements that undo what calls have written, run between iterations so that all begin alike.
     *
     * @param kind the database
     * @return SQL; none if calls leave the database as large as it was
     */
    default List<String> undo(DatabaseKind kind) {
        return List.of();
    }

    /**
     * Names the tables that calls write.
     *
     * @return tables; none if calls only read
     */
    default List<String> writes() {
        return List.of();
    }
}
