package io.beforehand.sla.calendar.ics;

import static org.assertj.core.api.Assertions.assertThat;

import io.beforehand.sla.calendar.ics.HolidayFile.Holidays;
import io.beforehand.sla.calendar.ics.HolidayFile.Malformed;
import io.beforehand.sla.calendar.ics.HolidayFile.PassedOver;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Objects;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HolidayFileTest {

    private static final Years YEARS = Years.around(LocalDate.parse("2026-11-20"));

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Asia/Shanghai", "America/Sao_Paulo", "Pacific/Kiritimati", "Pacific/Pago_Pago"})
    void bavariasHolidaysComeOutWhereverThisMachineIs(String zone) throws IOException {
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone(zone));

            Holidays bavaria = holidays(file("bavaria.ics"));

            assertThat(of(bavaria, 2026))
                    .containsExactly(
                            "2026-01-01",
                            "2026-01-06",
                            "2026-04-03",
                            "2026-04-06",
                            "2026-05-01",
                            "2026-10-03",
                            "2026-11-18",
                            "2026-12-25",
                            "2026-12-26");
            assertThat(bavaria.passedOver())
                    .containsExactly(
                            new PassedOver(
                                    "Heiligabend ab zwölf",
                                    "has a time of day: only what lasts whole days is a holiday"),
                            new PassedOver("Betriebsausflug", "is cancelled"));
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void whatRecursIsWorkedOutFromTwoYearsAgoToThirtyAhead() throws IOException {
        Holidays bavaria = holidays(file("bavaria.ics"));

        assertThat(bavaria.dates().stream().filter(date -> date.getMonth() == Month.MAY))
                .hasSize(32)
                .startsWith(LocalDate.parse("2025-05-01"))
                .endsWith(LocalDate.parse("2056-05-01"));
        assertThat(of(bavaria, 2030)).contains("2030-10-03");
        assertThat(of(bavaria, 2031)).doesNotContain("2031-10-03");
        assertThat(of(bavaria, 2027)).contains("2027-03-26").doesNotContain("2027-11-17");
        assertThat(of(bavaria, 2028)).contains("2028-04-14", "2028-11-22");
    }

    @Test
    void chinasHolidaysLastTheirWholeSpanAndWorkingWeekendsAreNone() throws IOException {
        Holidays china = holidays(file("china-2026.ics"));

        assertThat(china.dates()).hasSize(3 + 9 + 3 + 5 + 3 + 3 + 7);
        assertThat(of(china, 2026))
                .contains("2026-02-15", "2026-02-23", "2026-10-01", "2026-10-07")
                .doesNotContain("2026-01-04", "2026-02-14", "2026-02-24", "2026-02-28", "2026-10-08");
        assertThat(china.passedOver()).extracting(PassedOver::event).containsExactly("元旦（班）", "春节（班）");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DTSTART;VALUE=DATE:20261231;DTEND;VALUE=DATE:20270102 | 2026-12-31 2027-01-01",
                "DTSTART;VALUE=DATE:20261231;DTEND;VALUE=DATE:20261231 | 2026-12-31",
                "DTSTART;VALUE=DATE:20261231;DURATION:P2D | 2026-12-31 2027-01-01",
                "DTSTART:20261231 | 2026-12-31",
                "DTSTART;VALUE=DATE:20280229;RRULE:FREQ=YEARLY | 2028-02-29 2032-02-29 2036-02-29 2040-02-29 2044-02-29 2048-02-29 2052-02-29 2056-02-29",
                "DTSTART;VALUE=DATE:20260907;RRULE:FREQ=YEARLY;BYMONTH=9;BYDAY=1MO;COUNT=3 | 2026-09-07 2027-09-06 2028-09-04",
                "DTSTART;VALUE=DATE:20260525;RRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO;UNTIL=20280529 | 2026-05-25 2027-05-31 2028-05-29",
                "DTSTART;VALUE=DATE:20260525;RRULE:FREQ=YEARLY;UNTIL=20270524 | 2026-05-25",
                "DTSTART;VALUE=DATE:20260525;RRULE:FREQ=DAILY;COUNT=3;EXDATE;VALUE=DATE:20260526 | 2026-05-25 2026-05-27",
                "DTSTART;VALUE=DATE:19990525;RDATE;VALUE=DATE:20260526 | 2026-05-26"
            })
    void datesAreWorkedOutAsTheStandardSays(String properties, String dates) {
        String event = Stream.of(properties.strip().split(";(?=DTEND|DURATION|RRULE|EXDATE|RDATE)"))
                .reduce("", (a, b) -> a + b + "\n");

        assertThat(holidays(calendar(event)).dates())
                .containsExactly(Stream.of(dates.strip().split(" "))
                        .map(LocalDate::parse)
                        .toArray(LocalDate[]::new));
    }

    @Test
    void anEventInThePlaceOfARecurrenceMovesIt() {
        String file = calendar("UID:a\nDTSTART;VALUE=DATE:20260525\nRRULE:FREQ=YEARLY;COUNT=2\n")
                .replace(
                        "END:VCALENDAR",
                        "BEGIN:VEVENT\nUID:a\nRECURRENCE-ID;VALUE=DATE:20270525\nDTSTART;VALUE=DATE:20270526\nEND:VEVENT\nEND:VCALENDAR");

        assertThat(holidays(file).dates())
                .containsExactly(LocalDate.parse("2026-05-25"), LocalDate.parse("2027-05-26"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SUMMARY:x | has no date",
                "DTSTART;VALUE=DATE:soon | has DTSTART that cannot be read",
                "DTSTART;VALUE=DATE:20260101;DTEND;VALUE=DATE:later | has DTEND that cannot be read",
                "DTSTART;VALUE=DATE:20260101;RRULE:FREQ=YEARLY;EXDATE;VALUE=DATE:never | has EXDATE that cannot be read",
                "DTSTART;VALUE=DATE:20261345 | has a date that does not exist",
                "DTSTART;VALUE=DATE:18991231 | must lie in the years 1900 to 2199",
                "DTSTART;VALUE=DATE:20260101;DTEND;VALUE=DATE:20280101 | lasts longer than a year",
                "DTSTART;VALUE=DATE:20260101;RRULE:FREQ=SECONDLY | recurs within a day",
                "DTSTART;VALUE=DATE:20260101;RRULE:FREQ=DAILY;BYSECOND=0,1,2 | recurs within a day",
                "DTSTART;VALUE=DATE:20260101;RRULE:FREQ=DAILY;INTERVAL=0 | recurs so rarely or often that it makes no sense",
                "DTSTART;VALUE=DATE:20260101;RRULE:FREQ=DAILY;COUNT=2000000000 | recurs so rarely or often that it makes no sense"
            })
    void whatIsNoHolidayIsPassedOverWithTheReason(String properties, String reason) {
        String event =
                Stream.of(properties.strip().split(";(?=DTEND|RRULE|EXDATE)")).reduce("", (a, b) -> a + b + "\n");

        Holidays read = holidays(calendar(event));

        assertThat(read.dates()).isEmpty();
        assertThat(read.passedOver()).extracting(PassedOver::reason).containsExactly(reason);
    }

    @ParameterizedTest
    @Timeout(60)
    @ValueSource(
            strings = {
                "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=MONTHLY;BYDAY=6MO",
                "FREQ=WEEKLY;BYMONTH=2;BYMONTHDAY=30;BYSETPOS=-1",
                "FREQ=YEARLY;BYYEARDAY=366;INTERVAL=999",
                "FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO;BYMONTH=6",
                "FREQ=DAILY;INTERVAL=1000;BYDAY=MO;BYMONTHDAY=31;BYMONTH=2",
                "FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=-366"
            })
    void aRuleThatHardlyEverAppliesComesToAnEnd(String rule) {
        // Given
        String file = calendar("DTSTART;VALUE=DATE:19000101\nRRULE:" + rule + "\n");

        // Then
        assertThat(holidays(file).passedOver()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BEGIN:VEVENT | must begin with BEGIN:VCALENDAR",
                "'' | must begin with BEGIN:VCALENDAR",
                "{\"a\": 1} | must begin with BEGIN:VCALENDAR"
            })
    void whatIsNoCalendarFileIsMalformed(String file, String reason) {
        assertThat(HolidayFile.read(file, YEARS)).isEqualTo(new Malformed(reason));
    }

    @Test
    void aFileThatWasCutOffIsMalformed() throws IOException {
        String whole = file("bavaria.ics");

        for (int length : List.of(15, whole.length() / 2, whole.strip().length() - 1)) {
            assertThat(HolidayFile.read(whole.substring(0, length), YEARS))
                    .isEqualTo(new Malformed("must end with END:VCALENDAR"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SUMMARY:春节（休） | 春节（休） | 27",
                "END:VEVENT | END:VTODO | 13",
                "SUMMARY:元旦（休） | RRULE:FREQ=DAILY;BYDAY=XX | 10",
                "SUMMARY:元旦（休） | RRULE:FREQ=NEVER | 10"
            })
    void aBrokenLineIsNamed(String sound, String broken, int line) throws IOException {
        String file = file("china-2026.ics").replaceFirst(sound, broken);

        assertThat(HolidayFile.read(file, YEARS)).isEqualTo(new Malformed("line " + line + " cannot be read"));
    }

    @Test
    void aFileOfMoreEventsThanAnyoneHasIsNotTaken() {
        String event = "BEGIN:VEVENT\nDTSTART;VALUE=DATE:20260101\nEND:VEVENT\n";
        String file = "BEGIN:VCALENDAR\nVERSION:2.0\n" + event.repeat(1001) + "END:VCALENDAR";

        assertThat(HolidayFile.read(file, YEARS)).isEqualTo(new Malformed("must hold at most 1000 events"));
    }

    private static List<String> of(Holidays holidays, int year) {
        return holidays.dates().stream()
                .filter(date -> date.getYear() == year)
                .map(LocalDate::toString)
                .toList();
    }

    private static String calendar(String event) {
        return "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\n" + event + "END:VEVENT\nEND:VCALENDAR\n";
    }

    private static Holidays holidays(String file) {
        HolidayFile read = HolidayFile.read(file, YEARS);
        assertThat(read).isInstanceOf(Holidays.class);
        return (Holidays) read;
    }

    private static String file(String name) throws IOException {
        try (InputStream file = HolidayFileTest.class.getResourceAsStream("/ics/" + name)) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
