package io.quittance.http.capture;

import io.quittance.http.live.Teller;
import java.util.List;

/** What the tests of a cancel share: where upstream tells of it, with which fields, and in which words. */
final class CancelNews {
    static final String CALLBACK = "/cancelResultNotifyUrl";

    /** PayerMax "cancel": all fields of {@code data}, in the order of the page; answered and told alike. */
    static final List<String> FIELDS = List.of(
            "cancelNo",
            "requestId",
            "outTradeNo",
            "status",
            "createdTime",
            "succeededTime",
            "failedTime",
            "errorCode",
            "errorMsg");

    private CancelNews() {}

    static String result(String request, String status, String more) {
        return Teller.notification(
                "CANCEL",
                status.equals("FAILED") ? "ORDER_CLOSE_FAILED" : "APPLY_SUCCESS",
                "\"cancelNo\":\"UP-%s\",\"requestId\":\"%s\",\"outTradeNo\":\"%s\",\"status\":\"%s\"%s"
                        .formatted(request, request, "ORDER-" + request, status, more));
    }
}
