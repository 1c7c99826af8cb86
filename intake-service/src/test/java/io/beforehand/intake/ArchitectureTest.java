package io.beforehand.intake;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.beforehand.intake", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule THE_CORES_KNOW_ONLY_THE_JDK_AND_EVENTS = classes()
            .that()
            .resideInAPackage("..core..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "javax.crypto..",
                    "org.jspecify..",
                    "io.beforehand.events..",
                    "io.beforehand.intake..core..");

    @ArchTest
    static final ArchRule ADAPTERS_ARE_PURE = noClasses()
            .that()
            .resideInAPackage("..intake.adapter..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.quarkus..", "io.vertx..", "io.smallrye..", "jakarta..", "java.net.http..", "java.sql..");

    @ArchTest
    static final ArchRule ADAPTERS_DO_NOT_ASK_FOR_THE_TIME = noClasses()
            .that()
            .resideInAPackage("..intake.adapter..")
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule FEATURES_FORM_NO_CIRCLES =
            slices().matching("io.beforehand.intake.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule ONLY_STORES_SPEAK_SQL = noClasses()
            .that()
            .haveNameNotMatching(".*(Store|Loader|Writer|Columns|Rows)(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.vertx.mutiny.sqlclient..");

    @ArchTest
    static final ArchRule NO_SERVICE_KNOWS_ANOTHER = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.beforehand.routing..", "io.beforehand.sla..", "io.beforehand.notification..");
}
