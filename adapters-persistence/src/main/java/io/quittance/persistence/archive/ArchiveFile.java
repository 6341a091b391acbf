package io.quittance.persistence.archive;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * How rows stand in a file: a head, then of each table its name, its columns and its rows, then the end. What is cut off has
 * no end and is refused.
 */
final class ArchiveFile {
    private static final String HEAD = "QUITTANCE ARCHIVE 1";
    private static final int TABLE = 1;
    private static final int ROW = 2;
    private static final int END = 3;

    private static final int NOTHING = 0;
    private static final int WHOLE = 1;
    private static final int TEXT = 2;
    private static final int BYTES = 3;
    private static final int DECIMAL = 4;
    private static final int TIME = 5;

    /** Longer than any column of ours. */
    private static final int MOST_BYTES = 64 * 1024 * 1024;

    private ArchiveFile() {}

    static final class Writer implements Rows {
        private final DataOutputStream out;

        Writer(OutputStream out, String version) throws IOException {
            this.out = new DataOutputStream(out);
            this.out.writeUTF(HEAD);
            this.out.writeUTF(version);
        }

        @Override
        public void table(String name, List<String> columns) throws IOException {
            out.writeByte(TABLE);
            out.writeUTF(name);
            out.writeShort(columns.size());
            for (String column : columns) {
                out.writeUTF(column);
            }
        }

        @Override
        public void row(Object[] values) throws IOException {
            out.writeByte(ROW);
            for (Object value : values) {
                write(value);
            }
        }

        private void write(Object value) throws IOException {
            switch (value) {
                case null -> out.writeByte(NOTHING);
                case Long number -> {
                    out.writeByte(WHOLE);
                    out.writeLong(number);
                }
                case String text -> bytes(TEXT, text.getBytes(StandardCharsets.UTF_8));
                case byte[] bytes -> bytes(BYTES, bytes);
                case BigDecimal number -> bytes(DECIMAL, number.toString().getBytes(StandardCharsets.US_ASCII));
                case LocalDateTime time -> {
                    out.writeByte(TIME);
                    out.writeLong(time.toEpochSecond(ZoneOffset.UTC));
                    out.writeInt(time.getNano());
                }
                default -> throw new IllegalArgumentException("a " + value.getClass() + " is not carried");
            }
        }

        private void bytes(int kind, byte[] bytes) throws IOException {
            out.writeByte(kind);
            out.writeInt(bytes.length);
            out.write(bytes);
        }

        @Override
        public void end() throws IOException {
            out.writeByte(END);
            out.flush();
        }
    }

    /** @return the schema's version, as its head says; what follows is read by {@link #rows} */
    static String version(DataInputStream in) throws IOException {
        if (!in.readUTF().equals(HEAD)) {
            throw new IOException("it is no archive of this program");
        }
        return in.readUTF();
    }

    static void rows(DataInputStream in, Rows rows) throws IOException, SQLException {
        int columns = 0;
        while (true) {
            int kind = in.readByte();
            if (kind == END) {
                requireEnd(in);
                rows.end();
                return;
            }
            if (kind == TABLE) {
                String name = identifier(in);
                List<String> names = new ArrayList<>();
                for (int i = in.readShort(); i > 0; i--) {
                    names.add(identifier(in));
                }
                columns = names.size();
                rows.table(name, names);
            } else if (kind == ROW) {
                Object[] values = new Object[columns];
                for (int i = 0; i < columns; i++) {
                    values[i] = value(in);
                }
                rows.row(values);
            } else {
                throw new IOException("it is damaged");
            }
        }
    }

    /** Who packed it has written a sum of it behind the end, and compares it when nothing more is to be read. */
    private static void requireEnd(DataInputStream in) throws IOException {
        if (in.read() >= 0) {
            throw new IOException("it is damaged");
        }
    }

    /** It becomes part of a statement. */
    private static String identifier(DataInputStream in) throws IOException {
        String name = in.readUTF();
        if (!name.matches("[a-z][a-z0-9_]{0,62}")) {
            throw new IOException("it is damaged");
        }
        return name;
    }

    private static Object value(DataInputStream in) throws IOException {
        int kind = in.readByte();
        return switch (kind) {
            case NOTHING -> null;
            case WHOLE -> Long.valueOf(in.readLong());
            case TEXT -> new String(bytes(in), StandardCharsets.UTF_8);
            case BYTES -> bytes(in);
            case DECIMAL -> new BigDecimal(new String(bytes(in), StandardCharsets.US_ASCII));
            case TIME -> LocalDateTime.ofEpochSecond(in.readLong(), in.readInt(), ZoneOffset.UTC);
            default -> throw new IOException("it is damaged");
        };
    }

    private static byte[] bytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > MOST_BYTES) {
            throw new IOException("it is damaged");
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new IOException("it is cut off");
        }
        return bytes;
    }
}
