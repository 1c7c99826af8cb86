package io.beforehand.routing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.beforehand.routing", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] CORES = {"io.beforehand.routing.request..", "io.beforehand.routing.matching.."};

    @ArchTest
    static final ArchRule coresKnowOnlyTheJdkAndTheEvents = classes()
            .that()
            .resideInAnyPackage(CORES)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    "io.beforehand.events..",
                    "io.beforehand.routing.request..",
                    "io.beforehand.routing.matching..");

    @ArchTest
    static final ArchRule featuresDoNotGoRoundInCircles =
            slices().matching("io.beforehand.routing.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyStoresSpeakSql = noClasses()
            .that()
            .haveSimpleNameEndingWith("Resource")
            .or()
            .haveSimpleNameEndingWith("Listener")
            .or()
            .haveSimpleName("Round")
            .or()
            .haveSimpleName("Matchmaker")
            .or()
            .haveSimpleName("AssignmentCommands")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.vertx.mutiny.sqlclient..");

    @ArchTest
    static final ArchRule whatPeopleEditGoesThroughHibernateAndNothingElseDoes = noClasses()
            .that()
            .resideOutsideOfPackages("io.beforehand.routing.agent..", "io.beforehand.routing.rule..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.hibernate..", "jakarta.persistence..");

    @ArchTest
    static final ArchRule editedFeaturesUseNoSqlClient = noClasses()
            .that()
            .resideInAnyPackage("io.beforehand.routing.agent..", "io.beforehand.routing.rule..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.vertx.mutiny.sqlclient..");

    @ArchTest
    static final ArchRule noServiceImportsAnother = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.beforehand.intake..", "io.beforehand.sla..", "io.beforehand.notification..");
}
