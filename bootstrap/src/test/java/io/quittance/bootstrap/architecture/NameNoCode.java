package io.quittance.bootstrap.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.quittance.http.paymentlink.CreateLinkWire;
import io.quittance.http.paymentlink.ExpireLinkWire;
import io.quittance.http.paymentlink.QueryLinkWire;
import io.quittance.http.payout.PayoutWire;
import io.quittance.http.wire.WireCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.StringEntry;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Holds no text with a code such as {@code ORDER_REPEAT} in it, alone or in a sentence, nor PayerMax's name of a field or of
 * an API. A class may have constants of its own that look like codes, but none that is called as one of the wire.
 */
final class NameNoCode extends ArchCondition<JavaClass> {
    private static final Pattern CODE = Pattern.compile("[A-Z]+(_[A-Z]+)+");

    /** What divides words; of concatenated texts also where a value comes in. */
    private static final Pattern BETWEEN = Pattern.compile("[^A-Za-z0-9_]+");

    private static final Set<String> CODES =
            Arrays.stream(WireCode.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());

    /** Names of fields that are on its pages and nowhere among our words, and of its APIs. */
    private static final Set<String> NAMES = Set.of(
            "appId",
            "keyVersion",
            "merchantNo",
            "notifyTime",
            "notifyType",
            "requestTime",
            "bizCode",
            "responseCode",
            "outTradeNo",
            "tradeNo",
            "captureNo",
            "cancelNo",
            "merchantLinkId",
            "payeeInfo",
            "payerInfo",
            PayoutWire.PAY,
            PayoutWire.QUERY,
            PayoutWire.BATCH_QUERY,
            PayoutWire.VALIDATION,
            CreateLinkWire.API,
            QueryLinkWire.API,
            ExpireLinkWire.API);

    NameNoCode() {
        super("hold no code of the wire, and no name of PayerMax's");
    }

    @Override
    public void check(JavaClass one, ConditionEvents events) {
        Set<String> own = one.getFields().stream()
                .filter(field -> field.getModifiers().contains(JavaModifier.ENUM))
                .map(JavaField::getName)
                .collect(Collectors.toSet());
        for (PoolEntry entry : pool(one)) {
            if (entry instanceof StringEntry text) {
                words(text.stringValue()).stream()
                        .filter(word -> ofTheWire(word, own))
                        .forEach(word ->
                                events.add(SimpleConditionEvent.violated(one, one.getName() + " names " + word)));
            }
        }
    }

    private static List<String> words(String text) {
        return List.of(BETWEEN.split(text));
    }

    private static boolean ofTheWire(String word, Set<String> own) {
        return CODES.contains(word)
                || NAMES.contains(word)
                || CODE.matcher(word).matches() && !own.contains(word);
    }

    private static Iterable<PoolEntry> pool(JavaClass one) {
        try (InputStream file = one.getSource().orElseThrow().getUri().toURL().openStream()) {
            return ClassFile.of().parse(file.readAllBytes()).constantPool();
        } catch (IOException e) {
            throw new UncheckedIOException("the file of " + one.getName() + " cannot be read", e);
        }
    }
}
