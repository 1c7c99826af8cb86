package io.beforehand.intake.mail;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the sender wrote himself: without what he quotes and without his signature. Answers written between quoted lines are
 * kept, and so is what somebody forwards. Where nothing would be left, all is kept.
 */
final class NewPart {

    private static final Pattern SIGNATURE = Pattern.compile("--\\s?");

    /** What phones and web mailers add below. */
    private static final Pattern SENT_FROM = Pattern.compile(
            "(?i)(sent from (my|mail for|yahoo|outlook|samsung).{0,60}|get outlook for .{0,60}|发自我的.{0,30}|發自我的.{0,30}|从我的.{0,20}发送"
                    + "|從我的.{0,20}(傳送|發送)|发送自.{0,30}|来自我的.{0,30}|iPhoneから送信|von meinem .{0,30} gesendet|envoyé de mon .{0,30})");

    /** A name below a dash, as some end their mails. */
    private static final Pattern SIGNED = Pattern.compile("[-–—]\\s?\\p{L}[\\p{L} .]{0,30}");

    private NewPart() {}

    static String of(String whole) {
        List<String> lines = whole.replace("\r\n", "\n")
                .replace('\u00a0', ' ')
                .lines()
                .map(String::stripTrailing)
                .toList();
        String written = written(QuotedLines.without(lines));
        return written.isEmpty() ? whole.strip() : written;
    }

    private static String written(List<String> lines) {
        int end = signature(lines);
        while (end > 0
                && (lines.get(end - 1).isBlank()
                        || SENT_FROM.matcher(lines.get(end - 1).strip()).matches())) {
            end--;
        }
        if (isSigned(lines.subList(0, end))) {
            end--;
        }
        return lines.subList(0, end).stream()
                .collect(Collectors.joining("\n"))
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
    }

    private static int signature(List<String> lines) {
        for (int i = lines.size() - 1; i > 0; i--) {
            if (SIGNATURE.matcher(lines.get(i)).matches()) {
                return i;
            }
        }
        return lines.size();
    }

    /** A last line of its own, unless there are others that begin with a dash: then it is a list. */
    private static boolean isSigned(List<String> lines) {
        int last = lines.size() - 1;
        return last > 1
                && lines.get(last - 1).isBlank()
                && SIGNED.matcher(lines.get(last)).matches()
                && lines.subList(0, last).stream().noneMatch(line -> line.startsWith("-"));
    }
}
