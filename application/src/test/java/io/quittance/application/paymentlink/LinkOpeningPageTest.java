package io.quittance.application.paymentlink;

import static io.quittance.application.paymentlink.PlayedLinkAcquirer.EXCHANGE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.paymentlink.LinkAcquirer.Said;
import io.quittance.application.upstream.Answer;
import io.quittance.domain.paymentlink.PaymentLink;
import io.quittance.domain.paymentlink.PaymentLink.Opening;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The table in docs/protocol/payment-link.md, made by the use case itself. */
@DisplayName("How far a link has come upstream")
class LinkOpeningPageTest {
    private static final Path PAGE = Path.of("..", "docs", "protocol", "payment-link.md");

    /** How a link comes to stand so before its merchant asks for it (again). */
    private static final Map<String, Consumer<LinkScene>> BEFORE = new LinkedHashMap<>();

    /** What upstream then answers. */
    private static final Map<String, Answer<Said>> ANSWERS = new LinkedHashMap<>();

    static {
        BEFORE.put("not asked for", _ -> {});
        BEFORE.put("unheard", scene -> asked(scene, PlayedLinkAcquirer.refused("RISK_FAILED")));
        BEFORE.put("doubtful, and upstream says that it has none", scene -> {
            asked(scene, PlayedLinkAcquirer.unknown());
            scene.acquirer.answers(PlayedLinkAcquirer.hasNot());
        });
        BEFORE.put("doubtful", scene -> asked(scene, PlayedLinkAcquirer.unknown()));
        BEFORE.put("opened", scene -> asked(scene, PlayedLinkAcquirer.taken()));
        ANSWERS.put("it has it", PlayedLinkAcquirer.taken());
        ANSWERS.put("it refuses it", PlayedLinkAcquirer.refused("RISK_FAILED"));
        ANSWERS.put("it has one under that id already", PlayedLinkAcquirer.hadAlready());
        ANSWERS.put("it was not reached", new Answer.NotProcessed<>(EXCHANGE, "no connection"));
        ANSWERS.put("it refuses our configuration", new Answer.Misconfigured<>(EXCHANGE, "SIGN_VERIFY_FAILED"));
        ANSWERS.put("unknown", PlayedLinkAcquirer.unknown());
    }

    private static void asked(LinkScene scene, Answer<Said> answer) {
        scene.acquirer.answers(answer);
        scene.create("M1", "chairs");
    }

    private static String cell(Consumer<LinkScene> before, Answer<Said> answer) {
        LinkScene scene = new LinkScene();
        before.accept(scene);
        scene.acquirer.answers(answer);

        CreatePaymentLink.Outcome outcome = scene.create("M1", "chairs");

        return opening(scene.now("M1")) + ": "
                + switch (outcome) {
                    case CreatePaymentLink.Outcome.Created _, CreatePaymentLink.Outcome.Repeated _ -> "the link";
                    case CreatePaymentLink.Outcome.Conflicting _, CreatePaymentLink.Outcome.AnotherUpstream _ ->
                        "`ORDER_REPEAT`";
                    case CreatePaymentLink.Outcome.Refused _ -> "upstream's code";
                    case CreatePaymentLink.Outcome.Undecided _ -> "`REQUEST_TIMEOUT`";
                    case CreatePaymentLink.Outcome.Unaccepted _ -> "`SYSTEM_ERROR`";
                    case CreatePaymentLink.Outcome.NotServed _ ->
                        throw new IllegalStateException("every account serves links here");
                };
    }

    private static String opening(PaymentLink link) {
        return switch (link.opening()) {
            case Opening.Asking _ -> "asking";
            case Opening.Doubtful _ -> "doubtful";
            case Opening.Unheard _ -> "unheard";
            case Opening.Opened _ -> "opened";
        };
    }

    @Test
    void stands_on_its_page() throws IOException {
        Set<Class<?>> kinds = ANSWERS.values().stream().map(Object::getClass).collect(Collectors.toSet());
        assertEquals(Set.copyOf(List.of(Answer.class.getPermittedSubclasses())), kinds, "every kind of answer");

        StringBuilder table = new StringBuilder(line("upstream's answer \\ before", BEFORE.keySet()));
        table.append(line("---", BEFORE.keySet().stream().map(_ -> "---").toList()));
        ANSWERS.forEach((name, answer) -> table.append(line(
                name,
                BEFORE.values().stream().map(before -> cell(before, answer)).toList())));

        assertTrue(Files.readString(PAGE).contains("\n\n" + table + "\n"), () -> PAGE + " should show:\n\n" + table);
    }

    private static String line(String first, Iterable<String> cells) {
        return "| " + first + " | " + String.join(" | ", cells) + " |\n";
    }
}
