package io.beforehand.intake.adapter;

/**
 * How much of a delivery is looked at before it is refused; its size is bounded before it gets here. Generous for what channels
 * send, small for what somebody can do with it.
 */
public final class Limits {

    /**
     * Bytes of JSON that holds no mail: of channels that hand mails over as well, nothing else bounds them, and a tree takes many
     * times what it is read from. Batches of events have up to 768 KB, messages of SNS 256 KB.
     */
    public static final int JSON_BYTES = 1024 * 1024;

    /** Names, values and brackets of JSON. */
    public static final int JSON_TOKENS = 100_000;

    /** Objects and arrays of JSON within each other. */
    public static final int JSON_DEPTH = 64;

    /** Digits of a number in JSON: conversions take time that grows faster than they do. */
    public static final int JSON_DIGITS = 100;

    /** Elements of XML within each other: channels send two or three. */
    public static final int XML_DEPTH = 16;

    /** Elements of an XML document. */
    public static final int XML_ELEMENTS = 500;

    /** Fields of a form, and parameters of a query. */
    public static final int FORM_FIELDS = 1_000;

    /** Parts of a multipart form: a mail's fields and its files. */
    public static final int FORM_PARTS = 200;

    /** Bytes of the header of one part. */
    public static final int PART_HEADER = 8_192;

    private Limits() {}
}
