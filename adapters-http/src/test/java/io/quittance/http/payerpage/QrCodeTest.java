package io.quittance.http.payerpage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A QR code")
class QrCodeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:8080/pay/abcdefghijklmnop",
                "https://pay.example/a/very/long/prefix/behind/some/proxy/pay/abcdefghijklmnop",
                "https://bezahlen.example/straße/日本"
            })
    void is_decoded_by_a_reader_to_what_was_written(String text) throws Exception {
        assertEquals(text, decoded(QrCode.png(text)));
    }

    @Test
    void is_decoded_whatever_the_number_of_its_link() throws Exception {
        Random random = new Random(20261126);
        for (int link = 0; link < 500; link++) {
            String text = "http://127.0.0.1:" + random.nextInt(10000, 65536) + "/pay/"
                    + Long.toString(random.nextLong(Long.MAX_VALUE), 36);
            assertEquals(text, decoded(QrCode.png(text)));
        }
    }

    /**
     * Read as the picture that it is: the reader's search for a code in a photograph takes modules of the code for one of its
     * three corners once in some two hundred codes, and a person's phone then takes the next photograph.
     */
    static String decoded(byte[] png) throws Exception {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        var source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)), Map.of(DecodeHintType.PURE_BARCODE, true))
                .getText();
    }
}
