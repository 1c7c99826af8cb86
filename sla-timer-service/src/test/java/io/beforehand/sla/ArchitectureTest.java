package io.beforehand.sla;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.beforehand.sla", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String POLICY = "io.beforehand.sla.policy";
    private static final String CALENDAR = "io.beforehand.sla.calendar";
    private static final String CLOCK = "io.beforehand.sla.clock";

    @ArchTest
    static final ArchRule coresKnowOnlyTheJdkTheEventsAndBusinessTime = classes()
            .that()
            .resideInAnyPackage(CALENDAR, POLICY, CLOCK)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    "io.beforehand.events..",
                    "io.beforehand.time..",
                    CALENDAR,
                    POLICY,
                    CLOCK);

    @ArchTest
    static final ArchRule packagesDoNotGoRoundInCircles =
            slices().matching("io.beforehand.sla.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyRowsSpeakSql = noClasses()
            .that()
            .haveSimpleNameEndingWith("Resource")
            .or()
            .haveSimpleNameEndingWith("Listener")
            .or()
            .haveSimpleNameEndingWith("Queue")
            .or()
            .haveSimpleNameEndingWith("Bell")
            .or()
            .haveSimpleNameEndingWith("Loop")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.vertx.mutiny.sqlclient..");

    @ArchTest
    static final ArchRule whatPeopleEditGoesThroughHibernateAndNothingElseDoes = noClasses()
            .that()
            .resideOutsideOfPackages("io.beforehand.sla.book..", "io.beforehand.sla.*.book..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.hibernate..", "jakarta.persistence..");

    @ArchTest
    static final ArchRule noServiceImportsAnother = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.beforehand.intake..", "io.beforehand.routing..", "io.beforehand.notification..");
}
