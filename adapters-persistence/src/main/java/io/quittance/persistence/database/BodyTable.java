package io.quittance.persistence.database;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table with encrypted bodies, for whoever goes through all of them.
 *
 * @param body the column of the bodies
 * @param key the one beside it, which names their key
 * @param number the columns by which its rows are told apart, in the order of the index
 * @param fixed the columns before these in that index, of which whoever goes through takes one value at a time
 * @param beside other columns that tell the place of a body
 * @param place what a body was encrypted for
 */
public record BodyTable(
        String table,
        String body,
        String key,
        List<Number> number,
        List<String> fixed,
        List<String> beside,
        Cells.Reader<String> place) {

    /** A column, and what is in it. */
    public record Number(String column, boolean bytes) {
        /** One with an identifier. */
        public static Number bytes(String column) {
            return new Number(column, true);
        }

        public static Number whole(String column) {
            return new Number(column, false);
        }

        /** Before all that stand in it. */
        public Object least() {
            return bytes ? new byte[0] : (Object) Long.MIN_VALUE;
        }
    }

    public BodyTable {
        number = List.copyOf(number);
        fixed = List.copyOf(fixed);
        beside = List.copyOf(beside);
    }

    /** One whose columns begin with that name, as {@link Columns#sealed(String, java.util.function.Function)} has them. */
    public static BodyTable of(String table, String name, Cells.Reader<String> place, Number... number) {
        return new BodyTable(table, name + "_body", name + "_key", Arrays.asList(number), List.of(), List.of(), place);
    }

    /** The same, where the place of a body is told by these columns besides. */
    public BodyTable toldBy(String... columns) {
        return new BodyTable(table, body, key, number, fixed, List.of(columns), place);
    }

    /**
     * So many rows behind a place in their order, and the bodies of those under one key; the values are that key, those of the
     * fixed columns, those of {@link #behind} and the limit.
     *
     * @param part of the table, as {@code partition (p202611)}
     */
    public String some(String part) {
        String columns = Stream.of(fixed.stream(), numbers(), beside.stream())
                .flatMap(all -> all)
                .distinct()
                .collect(Collectors.joining(", "));
        return "select " + columns + ", case when " + key + " = ? then " + body + " end as sealed from " + table + " "
                + part + " where "
                + fixed.stream().map(one -> one + " = ? and ").collect(Collectors.joining())
                + beyond() + " order by "
                + Stream.concat(fixed.stream(), numbers()).collect(Collectors.joining(", ")) + " limit ?";
    }

    private Stream<String> numbers() {
        return number.stream().map(Number::column);
    }

    /** A range and a filter, as servers make no range of a place in several columns. */
    private String beyond() {
        String first = number.getFirst().column();
        return number.size() == 1
                ? first + " > ?"
                : first + " >= ? and (" + first + " > ? or " + beyond(number.subList(1, number.size())) + ")";
    }

    private static String beyond(List<Number> rest) {
        String first = rest.getFirst().column();
        return rest.size() == 1
                ? first + " > ?"
                : first + " > ? or (" + first + " = ? and (" + beyond(rest.subList(1, rest.size())) + "))";
    }

    /** What is bound for a place. @param at the values of {@link #number} */
    public List<Object> behind(List<Object> at) {
        List<Object> bound = new ArrayList<>();
        for (int i = 0; i < at.size(); i++) {
            boolean last = i == at.size() - 1;
            bound.addAll(Collections.nCopies(last ? 1 : 2, at.get(i)));
        }
        return bound;
    }

    /** Another body for a row. @param number its values of {@link #number} @param was the body that must still be there */
    public record Change(List<Object> number, byte[] becomes, byte[] was) {}

    /** Puts other bodies in the place of so many; {@link #replacing} has the values. */
    public String replace(int rows) {
        String same = numbers().map(one -> one + " = ?").collect(Collectors.joining(" and "));
        // The embedded database takes bytes that are bound within a case for text, and spoils them.
        String becomes = rows == 1 ? "?" : "case" + (" when " + same + " then ?").repeat(rows) + " end";
        return "update " + table + " set " + body + " = " + becomes + ", " + key + " = ? where "
                + fixed.stream().map(one -> one + " = ? and ").collect(Collectors.joining())
                + key + " = ? and ("
                + String.join(" or ", Collections.nCopies(rows, "(" + same + " and " + body + " = ?)"))
                + ")";
    }

    /**
     * What is bound to {@link #replace}.
     *
     * @param key that of the new bodies
     * @param was the key of those that must still be there
     */
    public Object[] replacing(List<Change> changes, String key, List<Object> fixed, String was) {
        List<Object> values = new ArrayList<>();
        for (Change one : changes) {
            if (changes.size() > 1) {
                values.addAll(one.number());
            }
            values.add(one.becomes());
        }
        values.add(key);
        values.addAll(fixed);
        values.add(was);
        for (Change one : changes) {
            values.addAll(one.number());
            values.add(one.was());
        }
        return values.toArray();
    }

    /** How many bodies are under which key, of so many rows. */
    public String count() {
        return "select named as key_id, count(*) as bodies from (select " + key + " as named from " + table + " where "
                + key + " is not null limit ?) found group by named";
    }
}
