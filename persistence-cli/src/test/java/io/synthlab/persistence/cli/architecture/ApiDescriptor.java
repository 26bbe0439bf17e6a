package io.synthlab.persistence.cli.architecture;

import io.synthlab.persistence.RepositoryFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;

/** The compiled module descriptor of the API, from its classes directory or its jar. */
final class ApiDescriptor {
    private static final String FILE = "module-info.class";

    private ApiDescriptor() {}

    static ModuleDescriptor read() {
        Path location = Path.of(RepositoryFactory.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
        try {
            if (Files.isDirectory(location)) {
                try (InputStream in = Files.newInputStream(location.resolve(FILE))) {
                    return ModuleDescriptor.read(in);
                }
            }
            try (JarFile jar = new JarFile(location.toFile());
                    InputStream in = jar.getInputStream(jar.getEntry(FILE))) {
                return ModuleDescriptor.read(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean exports(ModuleDescriptor api, String packageName, String module) {
        return api.exports().stream()
                .filter(export -> export.source().equals(packageName))
                .anyMatch(export -> !export.isQualified() || export.targets().contains(module));
    }
}
