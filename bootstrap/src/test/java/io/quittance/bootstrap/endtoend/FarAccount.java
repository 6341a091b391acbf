package io.quittance.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PublicKey;

/** What a shop has with the gateway that is its own gateway's PayerMax. */
final class FarAccount {
    private static final String APP = "account-1";
    private static final String MERCHANT_NO = "ACCOUNT00000001";

    private FarAccount() {}

    /** The one that settles. */
    static GatewayProcess far(Path folder) throws IOException {
        return new GatewayProcess(folder.resolve("far"))
                .with("QUITTANCE_SIMULATOR_DELAY", "50ms")
                .start();
    }

    /** The shop's own. */
    static GatewayProcess near(Path folder, GatewayProcess far) throws IOException {
        return towards(far, folder).start();
    }

    /** The shop's own, not yet started. */
    static GatewayProcess towards(GatewayProcess far, Path folder) {
        return new GatewayProcess(folder.resolve("near"))
                .with("QUITTANCE_UPSTREAM", "payermax")
                .with(
                        "QUITTANCE_UPSTREAM_URL",
                        far.at("/aggregate-pay/api/gateway").toString());
    }

    /** Opens it there and registers the shop here with it. */
    static void open(GatewayProcess far, GatewayProcess near, TestMerchant shop, Path folder)
            throws IOException, InterruptedException {
        KeyPair account = Rsa.newPair();
        Path secret = Rsa.writePrivate(folder.resolve("account-private.pem"), account.getPrivate());
        open(far, near, shop, folder, account.getPublic(), secret.toString());
    }

    /** @param secret where the private key of the account is, as a file or a reference */
    static void open(
            GatewayProcess far, GatewayProcess near, TestMerchant shop, Path folder, PublicKey open, String secret)
            throws IOException, InterruptedException {
        Path known = Rsa.writePublic(folder.resolve("account-public.pem"), open);
        GatewayProcess.Ran ran = far.run(
                "app",
                "add",
                "--app-id",
                APP,
                "--merchant-no",
                MERCHANT_NO,
                "--public-key",
                known.toString(),
                "--notify-url",
                near.at("/captureResultNotifyUrl/" + shop.appId).toString());
        assertEquals(0, ran.exit(), ran.out() + ran.err());
        shop.register(
                near,
                folder,
                "--upstream-private-key",
                secret,
                "--upstream-public-key",
                far.data().resolve("keys/gateway-public-key.pem").toString(),
                "--upstream-app-id",
                APP,
                "--upstream-merchant-no",
                MERCHANT_NO);
    }
}
