package io.synthlab.persistence.transaction;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.synthlab.persistence.RepositoryFactory;
import io.synthlab.persistence.fixture.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** One factory on one SQLite file for all tests of a class; each begins with no guides and leaves no unit behind. */
abstract class OneFactory {
    static TestDatabase database;
    static RepositoryFactory repositories;

    @BeforeAll
    static void open(@TempDir Path directory) {
        database = TestDatabase.in(directory);
        repositories = database.open();
    }

    @BeforeEach
    void clear() {
        database.execute("DELETE FROM interview_guide");
    }

    @AfterEach
    void leavesNoUnitBehind() {
        assertFalse(repositories.isActive());
    }

    @AfterAll
    static void close() {
        repositories.close();
    }
}
