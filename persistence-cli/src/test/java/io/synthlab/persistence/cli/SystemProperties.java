package io.synthlab.persistence.cli;

import java.util.Properties;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Settings for one test; system properties stand for the environment, which a process cannot change. */
final class SystemProperties implements BeforeEachCallback, AfterEachCallback {
    private final Properties before = new Properties();

    @Override
    public void beforeEach(ExtensionContext context) {
        before.clear();
        before.putAll(System.getProperties());
    }

    void set(String key, String value) {
        System.setProperty(key, value);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Properties restored = new Properties();
        restored.putAll(before);
        System.setProperties(restored);
    }
}
