package io.quittance.bootstrap.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.StringEntry;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Holds no text such as {@code ORDER_REPEAT}, but for the names of a class's own constants. */
final class NameNoCode extends ArchCondition<JavaClass> {
    private static final Pattern CODE = Pattern.compile("[A-Z]+(_[A-Z]+)+");

    NameNoCode() {
        super("hold no code of the wire");
    }

    @Override
    public void check(JavaClass one, ConditionEvents events) {
        Set<String> own = one.getFields().stream()
                .filter(field -> field.getModifiers().contains(JavaModifier.ENUM))
                .map(JavaField::getName)
                .collect(Collectors.toSet());
        for (PoolEntry entry : pool(one)) {
            if (entry instanceof StringEntry text
                    && CODE.matcher(text.stringValue()).matches()
                    && !own.contains(text.stringValue())) {
                events.add(SimpleConditionEvent.violated(one, one.getName() + " names " + text.stringValue()));
            }
        }
    }

    private static Iterable<PoolEntry> pool(JavaClass one) {
        try (InputStream file = one.getSource().orElseThrow().getUri().toURL().openStream()) {
            return ClassFile.of().parse(file.readAllBytes()).constantPool();
        } catch (IOException e) {
            throw new UncheckedIOException("the file of " + one.getName() + " cannot be read", e);
        }
    }
}
