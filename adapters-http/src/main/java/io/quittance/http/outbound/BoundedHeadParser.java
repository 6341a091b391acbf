package io.quittance.http.outbound;

import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.client5.http.impl.io.LenientHttpResponseParser;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.HttpTransportMetrics;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.apache.hc.core5.util.CharArrayBuffer;

/** Reads the head of an answer, of so many characters at most, whatever the lines and their number. */
final class BoundedHeadParser extends LenientHttpResponseParser {
    private final int most;

    BoundedHeadParser(Http1Config config, int most) {
        super(config);
        this.most = most;
    }

    @Override
    public ClassicHttpResponse parse(SessionInputBuffer buffer, InputStream in) throws IOException, HttpException {
        return super.parse(new Counted(buffer, most), in);
    }

    /** Counts the lines of one head. */
    private static final class Counted implements SessionInputBuffer {
        private final SessionInputBuffer buffer;
        private int left;

        Counted(SessionInputBuffer buffer, int most) {
            this.buffer = buffer;
            this.left = most;
        }

        @Override
        public int readLine(CharArrayBuffer line, InputStream in) throws IOException {
            int before = line.length();
            int read = buffer.readLine(line, in);
            left -= line.length() - before;
            if (left < 0) {
                throw new MessageConstraintException("the head is too large");
            }
            return read;
        }

        @Override
        public int length() {
            return buffer.length();
        }

        @Override
        public int capacity() {
            return buffer.capacity();
        }

        @Override
        public int available() {
            return buffer.available();
        }

        @Override
        public int read(byte[] into, int from, int length, InputStream in) throws IOException {
            return buffer.read(into, from, length, in);
        }

        @Override
        public int read(byte[] into, InputStream in) throws IOException {
            return buffer.read(into, in);
        }

        @Override
        public int read(InputStream in) throws IOException {
            return buffer.read(in);
        }

        @Override
        public HttpTransportMetrics getMetrics() {
            return buffer.getMetrics();
        }
    }
}
