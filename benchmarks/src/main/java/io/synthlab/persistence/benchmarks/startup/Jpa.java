package io.synthlab.persistence.benchmarks.startup;

import io.synthlab.persistence.PersistenceConfig;

/** The configuration that is measured. */
final class Jpa {
    private Jpa() {}

    /** Returns it: every repository on {@code jpa}, everything else as it is by default. */
    static PersistenceConfig config(String url, String user, String password) {
        return PersistenceConfig.environment()
                .databaseUrl(url)
                .credentials(user, password)
                .provider("jpa")
                .build();
    }
}
