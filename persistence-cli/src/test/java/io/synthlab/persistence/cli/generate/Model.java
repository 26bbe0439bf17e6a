package io.synthlab.persistence.cli.generate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** An entity model as source text, so that a test can change it as a person would. */
final class Model {
    private static final String HEADER = """
            package corpus;
            import io.synthlab.persistence.model.schema.References;
            import io.synthlab.persistence.model.schema.References.OnDelete;
            import io.synthlab.persistence.model.schema.TableKey;
            import jakarta.persistence.*;
            import org.hibernate.annotations.ColumnDefault;
            import org.hibernate.annotations.JdbcTypeCode;
            import org.hibernate.type.SqlTypes;
            public class Model {
            """;

    /** A table with a parent, a child that goes with it, and one of each kind of thing. */
    static final String BASE = HEADER + """
            enum State { DRAFT, OUT }

            @Entity @Table(name = "authors")
            public static class Author {
                @Id String id;
                @Column(nullable = false) String name;
            }

            @Entity @Table(name = "books",
                indexes = {@Index(name = "idx_books_newest", columnList = "created_at desc, id"),
                    @Index(name = "idx_books_pages", columnList = "pages")},
                uniqueConstraints = @UniqueConstraint(columnNames = {"author_id", "title"}))
            public static class Book {
                @Id String id;
                @Column(name = "author_id", nullable = false)
                @References(table = "authors", onDelete = OnDelete.CASCADE) String authorId;
                @Column(nullable = false, check = @CheckConstraint(constraint = "char_length(title) <= 100")) String title;
                @Column(check = @CheckConstraint(constraint = "pages >= 0")) Integer pages;
                @Column(name = "code") String code;
                Double price;
                @JdbcTypeCode(SqlTypes.JSON) String meta;
                @Enumerated(EnumType.STRING) @ColumnDefault("'DRAFT'") @Column(nullable = false) State state;
                @Column(name = "editor_id") String editorId;
                @Column(name = "created_at", nullable = false) String createdAt;
                String note;
            }

            @Entity @Table(name = "reviews", indexes = @Index(name = "idx_reviews_book", columnList = "book_id"))
            public static class Review {
                @Id String id;
                @Column(name = "book_id") @References(table = "books", onDelete = OnDelete.CASCADE) String bookId;
                String text;
            }
            }
            """;

    private Model() {}

    /** Compiles a model and returns its entities. */
    static List<Class<?>> compile(String source) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Map<String, ByteArrayOutputStream> classes = new LinkedHashMap<>();
        try (StandardJavaFileManager standard = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
            boolean compiled = compiler.getTask(
                            null,
                            new InMemory(standard, classes),
                            null,
                            List.of("-proc:none", "-nowarn", "-classpath", System.getProperty("java.class.path")),
                            null,
                            List.of(new Source(source)))
                    .call();
            if (!compiled) {
                throw new AssertionError("does not compile:\n" + source);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return load(classes);
    }

    private static List<Class<?>> load(Map<String, ByteArrayOutputStream> classes) {
        ClassLoader loader = new ClassLoader(Model.class.getClassLoader()) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                ByteArrayOutputStream code = classes.get(name);
                if (code == null) {
                    throw new ClassNotFoundException(name);
                }
                return defineClass(name, code.toByteArray(), 0, code.size());
            }
        };
        try {
            List<Class<?>> entities = new ArrayList<>();
            for (Class<?> type : loader.loadClass("corpus.Model").getClasses()) {
                if (Arrays.stream(type.getAnnotations())
                        .anyMatch(annotation -> annotation.annotationType().equals(jakarta.persistence.Entity.class))) {
                    entities.add(type);
                }
            }
            return entities;
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String text) {
            super(URI.create("string:///corpus/Model.java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class InMemory extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, ByteArrayOutputStream> classes;

        InMemory(JavaFileManager standard, Map<String, ByteArrayOutputStream> classes) {
            super(standard);
            this.classes = classes;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("mem:///" + name.replace('.', '/') + ".class"), kind) {
                @Override
                public OutputStream openOutputStream() {
                    ByteArrayOutputStream code = new ByteArrayOutputStream();
                    classes.put(name, code);
                    return code;
                }
            };
        }
    }
}
