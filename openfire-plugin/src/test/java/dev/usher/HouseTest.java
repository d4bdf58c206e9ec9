package dev.usher;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The house as the design draws it: what may import what, and that nothing points back. */
class HouseTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.usher");

    /** Each package of ours, and those of ours that it may import. */
    private static final Map<String, List<String>> MAY_IMPORT = Map.of(
            "routing", List.of(),
            "drive", List.of(),
            "desk", List.of("routing", "drive"),
            "wire", List.of("desk", "routing", "drive"),
            "persistence", List.of("desk", "routing", "drive"),
            "web", List.of("desk"),
            "admin", List.of("desk"),
            "openfire", List.of("wire", "desk", "routing", "drive", "persistence", "web", "admin"));

    static Stream<String> packages() {
        return MAY_IMPORT.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void nothingPointsBack(String name) {
        var allowed = Stream.concat(Stream.of(name), MAY_IMPORT.get(name).stream())
                .map(HouseTest::inside)
                .toArray(String[]::new);

        holds(noClasses()
                .that()
                .resideInAPackage(inside(name))
                .should()
                .dependOnClassesThat(resideInAPackage("dev.usher..").and(not(resideInAnyPackage(allowed)))));
    }

    @Test
    void everyPackageHasItsPlaceInThePicture() {
        var found = new TreeSet<String>();
        CLASSES.forEach(type -> found.add(type.getPackageName().replaceFirst("^dev\\.usher\\.?", "")));
        found.removeAll(MAY_IMPORT.keySet());

        assertEquals(Set.of(), found);
    }

    @Test
    void theHeartKnowsNothingButTheLanguage() {
        holds(classes()
                .that()
                .resideInAnyPackage(inside("routing"), inside("drive"))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "dev.usher.routing",
                        "dev.usher.drive",
                        "java.lang",
                        "java.lang.invoke",
                        "java.lang.runtime",
                        "java.util",
                        "java.util.function",
                        "java.util.regex",
                        "java.util.stream",
                        "java.time",
                        "java.time.temporal",
                        "java.time.zone",
                        "java.net",
                        "java.nio.charset")));
    }

    @Test
    void theHeartHasNoClockAndNoThread() {
        var heart = noClasses().that().resideInAnyPackage(inside("routing"), inside("drive"));

        holds(heart.should()
                .callMethodWhere(called("java.time.Instant", "now"))
                .orShould()
                .callMethodWhere(called("java.lang.System", "currentTimeMillis", "nanoTime")));
        holds(heart.should()
                .dependOnClassesThat(assignableTo(
                        "java.time.Clock",
                        "java.lang.Thread",
                        "java.lang.ThreadLocal",
                        "java.util.Timer",
                        "java.net.InetAddress")));
    }

    @Test
    void theDeskKnowsNoXmlAndNoServer() {
        holds(noClasses()
                .that()
                .resideInAnyPackage(inside("desk"), inside("web"), inside("persistence"), inside("admin"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.dom4j..", "org.xmpp.."));
    }

    @Test
    void onlyTheWireKnowsXml() {
        holds(noClasses()
                .that()
                .resideOutsideOfPackage(inside("wire"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.dom4j.."));
    }

    @Test
    void onlyTheOuterPackagesKnowOpenfire() {
        holds(noClasses()
                .that()
                .resideInAnyPackage(inside("routing"), inside("drive"), inside("desk"), inside("wire"), inside("web"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.jivesoftware.."));
    }

    @Test
    void timeIsAskedOfAClock() {
        holds(noClasses()
                .should()
                .callMethodWhere(called("java.lang.System", "currentTimeMillis"))
                .orShould()
                .callMethodWhere(called("java.time.Instant", "now"))
                .orShould()
                .callMethodWhere(called("java.lang.Thread", "sleep")));
    }

    @Test
    void aNameSaysWhatAClassIs() {
        holds(noClasses().should().haveNameMatching(".*(Manager|Helper|Util|Utils|Impl)(\\$.*)?"));
    }

    private static DescribedPredicate<JavaMethodCall> called(String owner, String... names) {
        return DescribedPredicate.describe(
                owner + "." + String.join("/", names),
                call -> call.getTargetOwner().getName().equals(owner)
                        && List.of(names).contains(call.getName()));
    }

    private static DescribedPredicate<JavaClass> assignableTo(String... names) {
        return DescribedPredicate.describe(
                String.join(", ", names), type -> Stream.of(names).anyMatch(type::isAssignableTo));
    }

    private static String inside(String name) {
        return "dev.usher." + name + "..";
    }

    /** A rule may speak of a package that is not built yet. */
    private static void holds(ArchRule rule) {
        rule.allowEmptyShould(true).check(CLASSES);
    }
}
