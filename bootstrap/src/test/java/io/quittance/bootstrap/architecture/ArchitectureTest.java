package io.quittance.bootstrap.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.quittance.bootstrap.architecture.samples.application.AnswersByAFramework;
import io.quittance.bootstrap.architecture.samples.application.AsksTheClock;
import io.quittance.bootstrap.architecture.samples.application.CalledAsACode;
import io.quittance.bootstrap.architecture.samples.application.DecidesByACode;
import io.quittance.bootstrap.architecture.samples.application.KnowsAFramework;
import io.quittance.bootstrap.architecture.samples.application.KnowsTheBootstrap;
import io.quittance.bootstrap.architecture.samples.application.MeasuresByTheMachine;
import io.quittance.bootstrap.architecture.samples.application.NamesAField;
import io.quittance.bootstrap.architecture.samples.application.NamesAnApi;
import io.quittance.bootstrap.architecture.samples.application.SaysACode;
import io.quittance.bootstrap.architecture.samples.application.answering.Answer;
import io.quittance.bootstrap.architecture.samples.application.asking.Question;
import io.quittance.bootstrap.architecture.samples.domain.KnowsALibrary;
import io.quittance.bootstrap.architecture.samples.domain.egg.Egg;
import io.quittance.bootstrap.architecture.samples.domain.hen.Hen;
import io.quittance.bootstrap.architecture.samples.http.KnowsThePersistence;
import io.quittance.bootstrap.architecture.samples.http.NamedAfterNothingImpl;
import io.quittance.bootstrap.architecture.samples.http.SpeaksSql;
import io.quittance.bootstrap.architecture.samples.http.capture.AsksPayerMax;
import io.quittance.bootstrap.architecture.samples.http.north.KnowsAFeature;
import io.quittance.bootstrap.architecture.samples.http.simulator.KnowsAnother;
import io.quittance.bootstrap.architecture.samples.persistence.KnowsTheWire;
import io.quittance.http.payermax.FarAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The architecture")
class ArchitectureTest {
    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("/test-classes/") && !location.contains("-tests.jar"))
            .importPackages("io.quittance");

    private static final String DOMAIN = "io.quittance..domain..";
    private static final String APPLICATION = "io.quittance..application..";
    private static final String HTTP = "io.quittance..http..";
    private static final String PERSISTENCE = "io.quittance..persistence..";

    /** Called, or handed on as a reference. */
    private static final DescribedPredicate<JavaAccess<?>> THE_MACHINES_CLOCK = describe(
            "is the clock of the machine",
            access -> access.getTargetOwner().isEquivalentTo(System.class)
                    && Set.of("nanoTime", "currentTimeMillis").contains(access.getName()));

    static final ArchRule DOMAIN_KNOWS_ONLY_THE_JDK = classes()
            .that()
            .resideInAPackage(DOMAIN)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", DOMAIN)
            .because("batch jobs reuse the domain without a framework (ADR 0001)");

    static final ArchRule APPLICATION_KNOWS_ONLY_THE_DOMAIN = classes()
            .that()
            .resideInAPackage(APPLICATION)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", DOMAIN, APPLICATION)
            .because("use cases outlive frameworks, and are tested without one (ADR 0001)");

    static final ArchRule ADAPTERS_DO_NOT_KNOW_EACH_OTHER = noClasses()
            .that()
            .resideInAPackage(HTTP)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(PERSISTENCE)
            .because("each side can then be replaced alone (ADR 0001)");

    static final ArchRule PERSISTENCE_DOES_NOT_KNOW_HTTP = noClasses()
            .that()
            .resideInAPackage(PERSISTENCE)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(HTTP)
            .because("each side can then be replaced alone (ADR 0001)");

    static final ArchRule FACES_KNOW_NO_FEATURE = noClasses()
            .that()
            .resideInAnyPackage("io.quittance..http.north..", "io.quittance..http.south..")
            .should()
            .dependOnClassesThat(resideInAPackage(HTTP)
                    .and(not(resideInAPackage("io.quittance..http.[north|south|account|json|peer|signing|wire]..")))
                    .or(resideInAPackage(
                            "io.quittance..[application|domain].[capture|authorization|payout|paymentlink|relay]..")))
            .because(
                    "a feature is then one package here as everywhere, and another one changes nothing that is shared");

    static final ArchRule NOBODY_KNOWS_AN_ACQUIRER = noClasses()
            .that()
            .resideInAnyPackage(
                    "io.quittance..http.[capture|authorization|payout|paymentlink|relay|account|north|south]..")
            .or()
            .resideInAPackage("io.quittance..http.acquirer..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.quittance..http.payermax..", "io.quittance..http.simulator..")
            .because("another acquirer is then a package of its own and one bean");

    static final ArchRule ACQUIRERS_DO_NOT_KNOW_EACH_OTHER = slices().matching(
                    "io.quittance..http.(payermax|simulator)..")
            .should()
            .notDependOnEachOther()
            .because("each can then be taken out alone");

    static final ArchRule NOBODY_KNOWS_THE_BOOTSTRAP = noClasses()
            .that()
            .resideInAnyPackage(DOMAIN, APPLICATION, HTTP, PERSISTENCE)
            .should()
            .dependOnClassesThat(resideInAPackage("io.quittance.bootstrap..")
                    .and(not(resideInAnyPackage(DOMAIN, APPLICATION, HTTP, PERSISTENCE))))
            .because("it starts everything and decides nothing (ADR 0001)");

    static final ArchRule ONLY_PERSISTENCE_SPEAKS_SQL = noClasses()
            .that()
            .resideOutsideOfPackage(PERSISTENCE)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.sql..")
            .because("what the databases do differently is settled in one place (ADR 0008)");

    static final ArchRule FRAMEWORKS_STAY_OUTSIDE = noClasses()
            .that()
            .resideOutsideOfPackages(HTTP, PERSISTENCE, "io.quittance.bootstrap..")
            .or()
            .resideInAnyPackage(DOMAIN, APPLICATION)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.slf4j..", "io.micronaut..")
            .because("what is decided about payments outlives the framework around it (ADR 0001)");

    static final ArchRule PACKAGES_FORM_NO_CIRCLE = slices().assignedFrom(new EachPackage())
            .should()
            .beFreeOfCycles()
            .because("a feature can then be read, tested and reused without those that build on it");

    static final ArchRule TIME_AND_CHANCE_COME_THROUGH_THE_CONSTRUCTOR = noClasses()
            .that()
            .resideInAnyPackage(DOMAIN, APPLICATION)
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .accessTargetWhere(THE_MACHINES_CLOCK)
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callConstructor(Random.class)
            .because("a test moves time by hand and knows every id");

    static final ArchRule APPLICATION_KNOWS_NO_CODE_OF_THE_WIRE = classes()
            .that()
            .resideInAPackage(APPLICATION)
            .should(new NameNoCode())
            .because("another acquirer has other codes and names; here what upstream says is a value");

    static final ArchRule NAMES_SAY_SOMETHING = noClasses()
            .should()
            .haveNameMatching(
                    ".*\\.([A-Z]\\w*)?(Impl|Dto|Util|Utils|Helper|Manager|Entity|UseCase)|.*\\.(Abstract|Base|Default)[A-Z]\\w*")
            .because("such words say nothing about payments; if a name needs one, a concept is still unnamed");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "io.quittance.domain.capture.Capture",
                "io.quittance.application.capture.RequestOperation",
                "io.quittance.http.capture.OperationWire",
                "io.quittance.persistence.capture.JdbcOperations",
                "io.quittance.bootstrap.Main"
            })
    void was_really_read(String name) {
        assertTrue(PRODUCT.contain(name), name);
        assertTrue(PRODUCT.size() > 150, "only " + PRODUCT.size() + " classes were read");
    }

    @Test
    void of_the_domain_is_the_jdk_and_nothing_else() {
        DOMAIN_KNOWS_ONLY_THE_JDK.check(PRODUCT);
        bites(DOMAIN_KNOWS_ONLY_THE_JDK, KnowsALibrary.class);
    }

    @Test
    void of_the_application_is_the_domain_and_nothing_else() {
        APPLICATION_KNOWS_ONLY_THE_DOMAIN.check(PRODUCT);
        bites(APPLICATION_KNOWS_ONLY_THE_DOMAIN, KnowsAFramework.class);
    }

    @Test
    void keeps_the_adapters_apart() {
        ADAPTERS_DO_NOT_KNOW_EACH_OTHER.check(PRODUCT);
        PERSISTENCE_DOES_NOT_KNOW_HTTP.check(PRODUCT);
        bites(ADAPTERS_DO_NOT_KNOW_EACH_OTHER, KnowsThePersistence.class);
        bites(PERSISTENCE_DOES_NOT_KNOW_HTTP, KnowsTheWire.class);
    }

    @Test
    void lets_features_build_on_the_faces_and_never_the_faces_on_a_feature() {
        FACES_KNOW_NO_FEATURE.check(PRODUCT);
        bites(FACES_KNOW_NO_FEATURE, KnowsAFeature.class);
    }

    @Test
    void lets_no_feature_depend_on_an_acquirer_and_no_acquirer_on_another() {
        NOBODY_KNOWS_AN_ACQUIRER.check(PRODUCT);
        bites(NOBODY_KNOWS_AN_ACQUIRER, AsksPayerMax.class);
        ACQUIRERS_DO_NOT_KNOW_EACH_OTHER.check(PRODUCT);
        bites(ACQUIRERS_DO_NOT_KNOW_EACH_OTHER, KnowsAnother.class, FarAddress.class);
    }

    @Test
    void lets_nobody_depend_on_what_starts_everything() {
        NOBODY_KNOWS_THE_BOOTSTRAP.check(PRODUCT);
        bites(NOBODY_KNOWS_THE_BOOTSTRAP, KnowsTheBootstrap.class);
    }

    @Test
    void speaks_sql_in_one_place() {
        ONLY_PERSISTENCE_SPEAKS_SQL.check(PRODUCT);
        bites(ONLY_PERSISTENCE_SPEAKS_SQL, SpeaksSql.class);
    }

    @Test
    void keeps_frameworks_and_logging_libraries_outside() {
        FRAMEWORKS_STAY_OUTSIDE.check(PRODUCT);
        bites(FRAMEWORKS_STAY_OUTSIDE, KnowsALibrary.class);
        bites(FRAMEWORKS_STAY_OUTSIDE, AnswersByAFramework.class);
    }

    @Test
    void lets_features_build_on_each_other_but_not_in_a_circle() {
        PACKAGES_FORM_NO_CIRCLE.check(PRODUCT);
        bites(PACKAGES_FORM_NO_CIRCLE, Egg.class, Hen.class);
        bites(PACKAGES_FORM_NO_CIRCLE, Answer.class, Question.class);
    }

    @Test
    void brings_time_and_chance_in_from_outside() {
        TIME_AND_CHANCE_COME_THROUGH_THE_CONSTRUCTOR.check(PRODUCT);
        bites(TIME_AND_CHANCE_COME_THROUGH_THE_CONSTRUCTOR, AsksTheClock.class);
        bites(TIME_AND_CHANCE_COME_THROUGH_THE_CONSTRUCTOR, MeasuresByTheMachine.class);
    }

    @Test
    void keeps_the_codes_of_the_wire_out_of_what_is_decided() {
        APPLICATION_KNOWS_NO_CODE_OF_THE_WIRE.check(PRODUCT);
        for (Class<?> sample : List.of(
                DecidesByACode.class, SaysACode.class, CalledAsACode.class, NamesAnApi.class, NamesAField.class)) {
            bites(APPLICATION_KNOWS_NO_CODE_OF_THE_WIRE, sample);
        }
    }

    @Test
    void speaks_of_payments() {
        NAMES_SAY_SOMETHING.check(PRODUCT);
        bites(NAMES_SAY_SOMETHING, NamedAfterNothingImpl.class);
    }

    private static void bites(ArchRule rule, Class<?>... badSample) {
        JavaClasses sample = new ClassFileImporter().importClasses(badSample);
        assertFalse(
                rule.evaluate(sample).getFailureReport().isEmpty(),
                Arrays.toString(badSample) + " should have broken: " + rule);
    }
}
