package io.beforehand.intake.adapter.wechat;

import io.beforehand.intake.adapter.MalformedDeliveryException;

/**
 * What WeChat and WeCom want to hear back when they ask whether they have found us: letters and digits. Nothing else is answered: the
 * signature of a question is that of a push too, so that a stranger who holds one push could have it opened for him.
 */
final class EchoString {

    private static final int LONGEST = 64;

    private EchoString() {}

    /** @throws MalformedDeliveryException if it is no such thing */
    static String checked(String echo) {
        if (echo.isEmpty() || echo.length() > LONGEST || !echo.chars().allMatch(EchoString::isLetterOrDigit)) {
            throw new MalformedDeliveryException("echostr is not what the channel asks with");
        }
        return echo;
    }

    private static boolean isLetterOrDigit(int c) {
        return c < 0x80 && Character.isLetterOrDigit(c);
    }
}
