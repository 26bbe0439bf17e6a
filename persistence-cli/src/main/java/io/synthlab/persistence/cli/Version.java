package io.synthlab.persistence.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version this program was built as. */
final class Version implements IVersionProvider {
    private static final String FILE = "version.properties";

    @Override
    public String[] getVersion() throws IOException {
        try (InputStream in = Version.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IOException(FILE + " is missing in the jar; build it with Maven");
            }
            Properties properties = new Properties();
            properties.load(in);
            return new String[] {Main.NAME + " " + properties.getProperty("version")};
        }
    }
}
