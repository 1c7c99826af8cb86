package io.beforehand.notification;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;

@AnalyzeClasses(packages = "io.beforehand.notification", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    /** What decides, by feature; nested classes belong to their outer one. */
    private static final DescribedPredicate<JavaClass> CORES = oneOf(
            // webhook
            "Answer",
            "PublicAddresses",
            "RetryAfter",
            "SigningSecret",
            "WebhookSignature",
            "WebhookUrl",
            // mail and target
            "Automation",
            "HeaderText",
            "MailAddress",
            "MailThread",
            "OutgoingMail",
            "Sender",
            "SmtpAnswer",
            "SmtpServer",
            "Subject",
            "Target",
            "TargetUnsetException",
            "WebhookAddress",
            // delivery
            "AttemptOutcome",
            "Attempted",
            "ClaimedDelivery",
            "Content",
            "DeliveryEvents",
            "DeliveryQueue",
            "DeliveryState",
            "Destination",
            "DueDelivery",
            "Fault",
            "Receipt",
            "NewDelivery",
            "Recipient",
            "Recorded",
            "RetrySchedule",
            "Route",
            "Withholding",
            // request
            "Acknowledgement",
            "Correspondence",
            "Handling",
            "News",
            "Outlook",
            "Promise",
            "RequestState",
            "Stage",
            "Told",
            "Updates",
            // optout
            "CustomerAddress",
            "OptOutChange",
            // language and template
            "Language",
            "Phrases",
            "PlainText",
            "TemplateKind",
            "TextTemplate",
            "Wording",
            // acknowledgement, update and alert
            "AcknowledgementText",
            "UpdateText",
            "Alert",
            "AlertDecision",
            "AlertHearing",
            "AlertState",
            "Danger",
            "Page",
            "PageMessage",
            "PageWords");

    @ArchTest
    static final ArchRule coresKnowTheJdkTheEventsAndEachOther = classes()
            .that(CORES)
            .should()
            .onlyDependOnClassesThat(
                    resideInAnyPackage("java..", "javax.crypto..", "io.beforehand.events..", "org.jspecify..")
                            .or(CORES)
                            .or(simpleName("ShippedWording")));

    @ArchTest
    static final ArchRule featuresFormNoCircle =
            slices().matching("io.beforehand.notification.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule aFeatureUsesSqlOrHibernateButNotBoth = noClasses()
            .that()
            .resideInAnyPackage("..outlet..", "..contact..", "..template..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.vertx.mutiny.sqlclient..");

    @ArchTest
    static final ArchRule hotPathsDoWithoutHibernate = noClasses()
            .that()
            .resideInAnyPackage(
                    "..delivery..", "..alert..", "..request..", "..acknowledgement..", "..update..", "..listening..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.hibernate..", "jakarta.persistence..");

    @ArchTest
    static final ArchRule noServiceKnowsAnother = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.beforehand.intake..", "io.beforehand.routing..", "io.beforehand.sla..");

    private static DescribedPredicate<JavaClass> oneOf(String... names) {
        return DescribedPredicate.describe("cores", type -> {
            JavaClass outermost = type.getBaseComponentType();
            while (outermost.getEnclosingClass().isPresent()) {
                outermost = outermost.getEnclosingClass().get();
            }
            return Arrays.asList(names).contains(outermost.getSimpleName());
        });
    }
}
