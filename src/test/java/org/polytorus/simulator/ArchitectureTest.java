package org.polytorus.simulator;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may import whom, and what keeps a run repeatable. */
final class ArchitectureTest {
    private static final String ROOT = "org.polytorus.simulator.";
    private static final List<String> ALL = List.of(
            "model",
            "wire",
            "chain",
            "link",
            "protocol",
            "testnet",
            "scenario",
            "host",
            "sim",
            "invariant",
            "config",
            "store",
            "live",
            "http",
            "report",
            "ui",
            "app");
    private static final String[] DETERMINISTIC =
            packages("model", "wire", "chain", "link", "protocol", "testnet", "scenario", "host", "sim", "invariant");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.polytorus.simulator");

    static Stream<Arguments> whoMayImportWhom() {
        return Stream.of(
                Arguments.of("model", List.of()),
                Arguments.of("wire", List.of("model")),
                Arguments.of("chain", List.of("model", "wire")),
                Arguments.of("link", List.of("model")),
                Arguments.of("protocol", List.of("model", "wire", "chain")),
                Arguments.of("testnet", List.of("model", "link")),
                Arguments.of("scenario", List.of("model", "link", "testnet")),
                Arguments.of("config", List.of("model", "link", "testnet", "scenario")),
                Arguments.of("host", List.of("model", "wire", "chain", "link", "protocol", "testnet")),
                Arguments.of("sim", List.of("model", "wire", "chain", "link", "protocol", "testnet", "host")),
                Arguments.of("invariant", List.of("model", "chain", "link", "protocol", "testnet")),
                Arguments.of("live", List.of("model", "wire", "chain", "link", "protocol", "testnet", "host", "store")),
                Arguments.of("store", List.of("model", "wire")),
                Arguments.of("http", List.of("model", "link", "testnet")),
                Arguments.of("report", List.of("model", "link", "testnet", "scenario")),
                Arguments.of("ui", List.of("model", "link", "testnet", "scenario", "config", "report")));
    }

    @ParameterizedTest(name = "{0} imports nothing but {1}")
    @MethodSource("whoMayImportWhom")
    void aPackageImportsOnlyWhatItMay(String room, List<String> allowed) {
        List<String> forbidden = new ArrayList<>(ALL);
        forbidden.remove(room);
        forbidden.removeAll(allowed);
        noClasses()
                .that()
                .resideInAnyPackage(packages(room))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages(forbidden.toArray(String[]::new)))
                .because("the packages build on each other in one direction (see the README's map)")
                .check(CLASSES);
    }

    @Test
    @DisplayName("libraries stay in the rooms that need them")
    void librariesStayWhereTheyBelong() {
        keepsTo("io.netty..", "live", "http", "app");
        keepsTo("io.prometheus..", "http");
        keepsTo("javafx..", "ui", "app");
        keepsTo("org.controlsfx..", "ui");
        keepsTo("tools.jackson..", "config", "http", "app");
        keepsTo("picocli..", "app");
        keepsTo("org.h2..", "store");
        keepsTo("org.HdrHistogram..", "testnet", "app");
    }

    private static void keepsTo(String library, String... rooms) {
        noClasses()
                .that()
                .resideOutsideOfPackages(packages(rooms))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(CLASSES);
    }

    @Test
    void nothingOnTheWayToASimulationKnowsTimeThreadsOrSockets() {
        noClasses()
                .that()
                .resideInAnyPackage(DETERMINISTIC)
                .and()
                .doNotHaveFullyQualifiedName(ROOT + "testnet.Testnet")
                .and()
                .doNotHaveFullyQualifiedName(ROOT + "testnet.ForwardingTestnet")
                .and()
                .doNotHaveFullyQualifiedName(ROOT + "testnet.VirtualTime")
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.util.concurrent..", "java.net..", "java.nio.channels..")
                        .and(DescribedPredicate.not(nameMatching("java\\.util\\.concurrent\\.TimeUnit(\\$.*)?"))))
                .orShould()
                .dependOnClassesThat(nameMatching("java\\.lang\\.Thread(\\$.*)?"))
                .check(CLASSES);
    }

    @Test
    void nothingOnTheWayToASimulationReadsClocksOrDrawsUnseededNumbers() {
        noClasses()
                .that()
                .resideInAnyPackage(DETERMINISTIC)
                .should()
                .callMethodWhere(
                        describe("reads a clock or draws a number of its own", ArchitectureTest::isUnrepeatable))
                .orShould()
                .callConstructorWhere(describe("makes a generator without a seed", ArchitectureTest::isUnseeded))
                .check(CLASSES);
    }

    @Test
    void nothingOnTheWayToASimulationUsesCollectionsWhoseOrderChanges() {
        noClasses()
                .that()
                .resideInAnyPackage(DETERMINISTIC)
                .should()
                .callConstructorWhere(describe(
                        "makes a HashMap or HashSet",
                        call -> isOneOf(call.getTargetOwner(), "java.util.HashMap", "java.util.HashSet")))
                .orShould()
                .callMethodWhere(describe(
                        "makes a set or map in no order",
                        call -> isOneOf(call.getTargetOwner(), "java.util.Set", "java.util.Map")
                                && isOneOf(call.getName(), "of", "copyOf", "ofEntries")))
                .check(CLASSES);
    }

    private static boolean isUnrepeatable(JavaCall<? extends AccessTarget.CodeUnitCallTarget> call) {
        String owner = call.getTargetOwner().getName();
        String name = call.getName();
        return (owner.equals("java.lang.System") && isOneOf(name, "nanoTime", "currentTimeMillis"))
                || (owner.startsWith("java.time.") && name.equals("now"))
                || (owner.equals("java.lang.Math") && name.equals("random"))
                || (owner.equals("java.util.UUID") && name.equals("randomUUID"))
                || (owner.equals("java.util.random.RandomGenerator") && isOneOf(name, "getDefault", "of"))
                || (owner.equals("java.lang.System") && name.equals("identityHashCode"));
    }

    private static boolean isUnseeded(JavaConstructorCall call) {
        return isOneOf(
                        call.getTargetOwner(),
                        "java.util.Random",
                        "java.util.SplittableRandom",
                        "java.security.SecureRandom")
                && call.getTarget().getRawParameterTypes().isEmpty();
    }

    private static boolean isOneOf(JavaClass type, String... names) {
        return isOneOf(type.getName(), names);
    }

    private static boolean isOneOf(String name, String... names) {
        return List.of(names).contains(name);
    }

    private static String[] packages(String... rooms) {
        return Stream.of(rooms).map(room -> ROOT + room + "..").toArray(String[]::new);
    }
}
