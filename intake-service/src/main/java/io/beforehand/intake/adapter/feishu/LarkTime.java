package io.beforehand.intake.adapter.feishu;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.intake.adapter.JsonBody;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Times come in seconds with a fraction, in milliseconds, and in microseconds: by how many digits are in front of the point. */
final class LarkTime {

    private LarkTime() {}

    static @Nullable Instant read(JsonNode time) {
        String text = JsonBody.text(time);
        if (text == null || !text.matches("[0-9]{10,16}(\\.[0-9]{1,9})?")) {
            return null;
        }
        BigDecimal number = new BigDecimal(text);
        int digits = number.precision() - number.scale();
        return Instant.ofEpochMilli(
                number.movePointRight(digits <= 11 ? 3 : digits <= 14 ? 0 : -3).longValue());
    }
}
