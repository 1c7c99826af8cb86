package io.beforehand.messaging;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.beforehand.messaging", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule ONLY_THE_RELAY_SENDS = noClasses()
            .that()
            .resideOutsideOfPackage("..relay..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka.clients.producer..");

    @ArchTest
    static final ArchRule ONLY_THE_LISTENER_LISTENS = noClasses()
            .that()
            .resideOutsideOfPackages("..listener..", "..partition..", "..deadletter..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka.clients.consumer..");

    @ArchTest
    static final ArchRule PACKAGES_DO_NOT_GO_ROUND_IN_CIRCLES =
            slices().matching("io.beforehand.messaging.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NO_SERVICE_IS_KNOWN_HERE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.beforehand.intake..",
                    "io.beforehand.routing..",
                    "io.beforehand.sla..",
                    "io.beforehand.notification..",
                    "io.beforehand.http..");
}
