package io.quittance.http.paymentlink;

import io.quittance.http.json.JsonWriter;

/**
 * One kind of goods that a link sells, as it was asked for. The texts of amounts are as they came.
 *
 * @param quantity how many; may be empty
 * @param price of one, in {@code currency}
 * @param showUrl where the payer may look at it
 */
public record Goods(String name, String description, String quantity, String price, String currency, String showUrl) {
    void write(JsonWriter data) {
        data.text("goodsName", name)
                .text("goodsDescription", description)
                .text("quantity", quantity)
                .text("price", price)
                .text("goodsCurrency", currency)
                .text("showUrl", showUrl);
    }
}
