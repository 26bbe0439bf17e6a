package io.synthlab.persistence.cli.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.lang.module.ModuleDescriptor;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchitectureIT {
    private static final String ROOT = "io.synthlab.persistence.";

    /** Packages of the modules on top of the API. */
    private static final List<String> MODULES = List.of("model", "jpa", "jdbc", "migrations", "testkit", "cli");

    private static final String[] TECHNOLOGY = {
        "jakarta.persistence..",
        "org.hibernate..",
        "org.flywaydb..",
        "org.postgresql..",
        "org.sqlite..",
        "com.fasterxml..",
        "com.zaxxer..",
        "io.zonky..",
        "org.testcontainers.."
    };

    private static JavaClasses ours;

    @BeforeAll
    static void read() {
        ours = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.synthlab.persistence");
    }

    private static String[] modules(Stream<String> names) {
        return names.map(name -> ROOT + name + "..").toArray(String[]::new);
    }

    private static ArchRule arrows(String module, Set<String> allowed) {
        String[] forbidden = modules(MODULES.stream().filter(name -> !name.equals(module) && !allowed.contains(name)));
        return noClasses()
                .that()
                .resideInAPackage(ROOT + module + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden);
    }

    @ParameterizedTest
    @CsvSource({"model, ''", "jpa, model", "jdbc, ''", "migrations, ''", "testkit, ''"})
    void arrows_point_to_the_api_and_nowhere_else(String module, String allowed) {
        arrows(module, Set.of(allowed)).check(ours);
    }

    @Test
    void an_arrow_that_points_elsewhere_is_noticed() {
        assertThrows(AssertionError.class, () -> arrows("jpa", Set.of()).check(ours), "jpa does depend on model");
    }

    @Test
    void the_api_knows_none_of_the_modules_on_top_of_it() {
        noClasses()
                .that()
                .resideOutsideOfPackages(modules(MODULES.stream()))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(modules(MODULES.stream()))
                .check(ours);
    }

    @Test
    void no_public_signature_of_the_api_names_a_technology() {
        DescribedPredicate<JavaClass> api = resideInAnyPackage("io.synthlab.persistence..")
                .and(DescribedPredicate.not(resideInAnyPackage(modules(MODULES.stream()))))
                .and(DescribedPredicate.not(resideInAnyPackage(ROOT + "internal..")))
                .as("public packages of the API");
        classes().that(api).and().arePublic().should(nameNo(TECHNOLOGY)).check(ours);
    }

    private static ArchCondition<JavaClass> nameNo(String... packages) {
        DescribedPredicate<JavaClass> forbidden = resideInAnyPackage(packages);
        return new ArchCondition<>("name no type of a technology in a public signature") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getMethods().stream()
                        .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(method -> mentioned(method).anyMatch(forbidden))
                        .forEach(method -> events.add(SimpleConditionEvent.violated(method, method.getFullName())));
            }
        };
    }

    private static Stream<JavaClass> mentioned(JavaMethod method) {
        Stream<JavaType> types = Stream.concat(method.getParameterTypes().stream(), Stream.of(method.getReturnType()));
        return types.flatMap(type -> type.getAllInvolvedRawTypes().stream());
    }

    @Test
    void implementations_leave_connections_and_transactions_to_the_units_of_work() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + "jdbc..", ROOT + "jpa..")
                .should()
                .callMethod(Connection.class, "commit")
                .orShould()
                .callMethod(Connection.class, "rollback")
                .orShould()
                .callMethod(Connection.class, "setAutoCommit", boolean.class)
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(DriverManager.class)
                .check(ours);
    }

    /** What the class path lets through, the module path would refuse at run time. */
    @Test
    void internals_are_used_only_where_the_module_descriptor_exports_them() {
        ModuleDescriptor api = ApiDescriptor.read();
        Set<String> hidden = new TreeSet<>();
        for (JavaClass type : ours) {
            MODULES.stream()
                    .filter(module -> type.getPackageName().startsWith(ROOT + module))
                    .forEach(module -> type.getDirectDependenciesFromSelf().stream()
                            .map(dependency -> dependency.getTargetClass().getPackageName())
                            .filter(name -> name.startsWith(ROOT + "internal"))
                            .filter(name -> !ApiDescriptor.exports(api, name, ROOT + module))
                            .forEach(name -> hidden.add(name + " to " + module)));
        }
        assertTrue(hidden.isEmpty(), () -> "module-info of the API must export " + hidden);
    }

    @Test
    void every_package_says_that_nothing_is_null_unless_it_says_so() {
        Set<String> unmarked = new TreeSet<>();
        for (JavaClass type : ours) {
            if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                unmarked.add(type.getPackageName());
            }
        }
        assertTrue(unmarked.isEmpty(), () -> "package-info with @NullMarked is missing in " + unmarked);
    }
}
