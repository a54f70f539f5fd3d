using System.Globalization;

namespace Coppice.Server.Features;

/// <summary>One raw input over all rows: numbers (NaN where missing), and words where a value is not a number (null where missing).</summary>
public sealed class InputColumn
{
    internal InputColumn(string name, int rows)
    {
        Name = name;
        Numbers = new float[rows];
        Array.Fill(Numbers, float.NaN);
    }

    public string Name { get; }

    public float[] Numbers { get; }

    /// <summary>Null for a column without words.</summary>
    public string?[]? Words { get; private set; }

    public InputValue this[int row] => Words?[row] is { } word ? InputValue.Of(word) : InputValue.Of(Numbers[row]);

    /// <summary>Takes the place of whatever the row had; a number without end is missing.</summary>
    public void SetNumber(int row, float number)
    {
        Numbers[row] = float.IsFinite(number) ? number : float.NaN;
        if (Words is not null)
            Words[row] = null;
    }

    /// <summary>Takes the place of whatever the row had.</summary>
    public void SetWord(int row, string word)
    {
        Numbers[row] = float.NaN;
        (Words ??= new string?[Numbers.Length])[row] = word;
    }

    /// <summary>The value as a word, as a category is told from another; null where missing.</summary>
    public string? WordAt(int row) => Words?[row] ?? (float.IsNaN(Numbers[row]) ? null : Numbers[row].ToString("R", CultureInfo.InvariantCulture));
}
