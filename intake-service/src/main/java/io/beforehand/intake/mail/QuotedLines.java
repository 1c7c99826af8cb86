package io.beforehand.intake.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Finds the lines of a mail that were quoted from the one before it, in the ways of the common mail programs. */
final class QuotedLines {

    private static final String ANY_ADDRESS = ".{0,120}[<＜(（\\[]?\\S+@\\S+[>＞)）\\]]?.{0,60}";

    /** Says who wrote what comes next, and when. */
    private static final Pattern ATTRIBUTION = Pattern.compile("(?i)(on .{5,240} wrote\\s*[:：]"
            + "|(在|于|於)?.{3,240}(写道|寫道|写到)\\s*[:：]?"
            + "|am .{5,240} schrieb.{0,120}:"
            + "|le .{5,240} a écrit\\s*:"
            + "|el .{5,240} escribió\\s*:"
            + "|.{5,240} (wrote|написал\\(?а?\\)?)\\s*:"
            + "|\\d{4}[-/年].{3,60}" + ANY_ADDRESS + "\\s*[:：])");

    /** Foxmail, QQ, NetEase, Outlook: a line across with a title, all after it is the mail before. */
    private static final Pattern TITLE = Pattern.compile(
            "(?i)\\s*[-_=*]{2,}\\s*(original message|original appointment|reply message|原始邮件|原始郵件|原邮件|原郵件|原始信件|回复的原邮件|元のメッセージ|"
                    + "ursprüngliche nachricht|message d'origine|mensaje original)\\s*[-_=*]{2,}\\s*");

    private static final Pattern SENDER =
            Pattern.compile("(?i)[*\\s]*(from|发件人|寄件者|寄件人|差出人|von|de|보낸 사람)[*\\s]*[:：].*");

    private static final Pattern OTHER_FIELD = Pattern.compile(
            "(?i)[*\\s]*(sent|date|to|subject|cc|发送时间|发送日期|日期|时间|收件人|抄送|主题|寄件日期|傳送時間|收件者|副本|主旨|送信日時|宛先|件名|gesendet|an|betreff|"
                    + "envoyé|à|objet)[*\\s]*[:：].*");

    private static final Pattern RULE = Pattern.compile("\\s*[-_=]{5,}\\s*");

    /** Fields stand close together, though some programs put an empty line between any two. */
    private static final int FIELD_LINES = 6;

    private QuotedLines() {}

    /** The lines that are new. */
    static List<String> without(List<String> lines) {
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith(">")) {
                continue;
            }
            if (TITLE.matcher(line).matches() || isFieldBlock(lines, i)) {
                return withoutRule(kept);
            }
            int attribution = attribution(lines, i);
            if (attribution > 0) {
                if (!quotesFollow(lines, i + attribution)) {
                    return withoutRule(kept);
                }
                i += attribution - 1;
                continue;
            }
            kept.add(line);
        }
        return kept;
    }

    /** How many lines an attribution takes from there: 0 if there is none, 2 where a program folded it. */
    private static int attribution(List<String> lines, int at) {
        String line = lines.get(at).strip();
        if (isAttribution(line)) {
            return 1;
        }
        boolean begins = line.regionMatches(true, 0, "on ", 0, 3) || line.startsWith("在") || line.startsWith("于");
        return begins
                        && at + 1 < lines.size()
                        && isAttribution(line + " " + lines.get(at + 1).strip())
                ? 2
                : 0;
    }

    /** Somebody may write "he wrote:" himself, so there must be a date or an address. */
    private static boolean isAttribution(String text) {
        return text.length() <= 400
                && (text.indexOf('@') > 0
                        || text.chars().filter(Character::isDigit).count() >= 4)
                && ATTRIBUTION.matcher(text).matches();
    }

    /** Whether what follows is marked line by line, so that anything else there is new. */
    private static boolean quotesFollow(List<String> lines, int from) {
        return lines.subList(from, lines.size()).stream()
                .filter(line -> !line.isBlank())
                .findFirst()
                .filter(line -> line.startsWith(">"))
                .isPresent();
    }

    private static boolean isFieldBlock(List<String> lines, int at) {
        return SENDER.matcher(lines.get(at)).matches()
                && lines.subList(at + 1, Math.min(lines.size(), at + 1 + FIELD_LINES)).stream()
                                .filter(line -> OTHER_FIELD.matcher(line).matches())
                                .count()
                        >= 2;
    }

    private static List<String> withoutRule(List<String> kept) {
        int end = kept.size();
        while (end > 0
                && (kept.get(end - 1).isBlank()
                        || RULE.matcher(kept.get(end - 1)).matches())) {
            end--;
        }
        return kept.subList(0, end);
    }
}
