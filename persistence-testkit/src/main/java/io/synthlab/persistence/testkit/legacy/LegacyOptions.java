package io.synthlab.persistence.testkit.legacy;

import io.synthlab.persistence.error.ConfigurationException;

/**
 * What kind of legacy database to make. Equal options make equal databases; {@code overwrite} does not count.
 *
 * @param scale size, above 0 and at most {@value #MAX_SCALE}; 1 is about 1,000 synths and 10,000 outcomes, and small
 *     values stop at a minimum of rows per table
 * @param seed another seed gives other content of the same kind and size
 * @param schemaVersion version of the original's definition, {@value #OLDEST_VERSION} to {@value #NEWEST_VERSION}
 *     without {@value #SKIPPED_VERSION}
 * @param dirty whether to plant rows that PostgreSQL refuses or changes, one column and one table of older origin
 * @param olderTables whether the file has {@code prfaq_metadata} and {@code assumption_log}, as every file has that was
 *     not freshly made by version 15
 * @param overwrite whether an existing file is replaced instead of refused
 */
public record LegacyOptions(
        double scale, long seed, int schemaVersion, boolean dirty, boolean olderTables, boolean overwrite) {
    /** Oldest version of the original's definition that can be made. */
    public static final int OLDEST_VERSION = 7;
    /** No file has this version: its changes came together with those of version 10. */
    public static final int SKIPPED_VERSION = 9;
    /** Newest version of the original's definition. */
    public static final int NEWEST_VERSION = 15;
    /** Largest scale, about 10,000,000 outcomes. */
    public static final int MAX_SCALE = 1000;

    static final LegacyOptions DEFAULTS = new LegacyOptions(1, 1, NEWEST_VERSION, false, true, false);

    /**
     * Checks the ranges.
     *
     * @throws ConfigurationException if scale or version is out of range, or an old version is to lack the older tables
     */
    public LegacyOptions {
        if (!(scale > 0 && scale <= MAX_SCALE)) {
            throw new ConfigurationException(
                    "scale must be above 0 and at most %d but was %s".formatted(MAX_SCALE, scale));
        }
        if (schemaVersion < OLDEST_VERSION || schemaVersion > NEWEST_VERSION || schemaVersion == SKIPPED_VERSION) {
            throw new ConfigurationException("schemaVersion must be %d-%d without %d but was %d"
                    .formatted(OLDEST_VERSION, NEWEST_VERSION, SKIPPED_VERSION, schemaVersion));
        }
        if (!olderTables && schemaVersion < NEWEST_VERSION) {
            throw new ConfigurationException("only files of schemaVersion %d can be without olderTables, not of %d"
                    .formatted(NEWEST_VERSION, schemaVersion));
        }
    }

    /**
     * Returns these options with another size.
     *
     * @param newScale above 0 and at most {@value #MAX_SCALE}
     * @return the new options
     * @throws ConfigurationException if out of range
     */
    public LegacyOptions withScale(double newScale) {
        return new LegacyOptions(newScale, seed, schemaVersion, dirty, olderTables, overwrite);
    }

    /**
     * Returns these options with another seed.
     *
     * @param newSeed any number
     * @return the new options
     */
    public LegacyOptions withSeed(long newSeed) {
        return new LegacyOptions(scale, newSeed, schemaVersion, dirty, olderTables, overwrite);
    }

    /**
     * Returns these options with another version of the original's definition.
     *
     * @param newVersion {@value #OLDEST_VERSION} to {@value #NEWEST_VERSION}
     * @return the new options
     * @throws ConfigurationException if out of range
     */
    public LegacyOptions withSchemaVersion(int newVersion) {
        return new LegacyOptions(scale, seed, newVersion, dirty, olderTables, overwrite);
    }

    /**
     * Returns these options with or without planted defects.
     *
     * @param newDirty whether to plant defects
     * @return the new options
     */
    public LegacyOptions withDirty(boolean newDirty) {
        return new LegacyOptions(scale, seed, schemaVersion, newDirty, olderTables, overwrite);
    }

    /**
     * Returns these options with or without the two tables of older origin.
     *
     * @param newOlderTables {@code false} for a file as version 15 itself makes it, 17 tables
     * @return the new options
     * @throws ConfigurationException if {@code false} and the version is below {@value #NEWEST_VERSION}
     */
    public LegacyOptions withOlderTables(boolean newOlderTables) {
        return new LegacyOptions(scale, seed, schemaVersion, dirty, newOlderTables, overwrite);
    }

    /**
     * Returns these options with an existing file replaced or refused.
     *
     * @param newOverwrite whether to replace
     * @return the new options
     */
    public LegacyOptions withOverwrite(boolean newOverwrite) {
        return new LegacyOptions(scale, seed, schemaVersion, dirty, olderTables, newOverwrite);
    }
}
