namespace Coppice.Server.Features;

/// <summary>One raw input of one customer: a number, a word, or missing.</summary>
public readonly ref struct InputValue
{
    private InputValue(float number, ReadOnlySpan<char> word, InputKind kind)
    {
        Number = number;
        Word = word;
        Kind = kind;
    }

    public static InputValue Missing => new(float.NaN, default, InputKind.Missing);

    public InputKind Kind { get; }

    /// <summary>NaN unless this is a number.</summary>
    public float Number { get; }

    /// <summary>Empty unless this is a word.</summary>
    public ReadOnlySpan<char> Word { get; }

    /// <summary>A number without end, or none at all, is missing.</summary>
    public static InputValue Of(float number) => float.IsFinite(number) ? new(number, default, InputKind.Number) : Missing;

    public static InputValue Of(ReadOnlySpan<char> word) => new(float.NaN, word, InputKind.Word);
}

/// <summary>What a raw input is.</summary>
public enum InputKind
{
    Missing,
    Number,
    Word,
}
