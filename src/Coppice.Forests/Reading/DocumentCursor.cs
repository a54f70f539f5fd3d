using System.Globalization;

namespace Coppice.Forests.Reading;

/// <summary>A value and the path that leads to it, so that every complaint can say where.</summary>
internal readonly record struct DocumentCursor(DocumentValue Value, string Place)
{
    public DocumentCursor Member(string name) =>
        Find(name) ?? throw Invalid($"expected a member '{name}', found none");

    public DocumentCursor? Find(string name)
    {
        if (Value is not DocumentValue.Members members)
            throw Invalid($"expected an object, found {Value.Kind}");
        return members.Values.TryGetValue(name, out DocumentValue? member) ? new DocumentCursor(member, Join(name)) : null;
    }

    public IEnumerable<(string Name, DocumentCursor Cursor)> Members()
    {
        if (Value is not DocumentValue.Members members)
            throw Invalid($"expected an object, found {Value.Kind}");
        foreach ((string name, DocumentValue member) in members.Values)
            yield return (name, new DocumentCursor(member, Join(name)));
    }

    public DocumentCursor[] Items()
    {
        if (Value is not DocumentValue.Items items)
            throw Invalid($"expected an array, found {Value.Kind}");
        string place = Place;
        return [.. items.Values.Select((item, i) => new DocumentCursor(item, $"{place}[{i}]"))];
    }

    public string Text() =>
        Value is DocumentValue.Text text ? text.Value : throw Invalid($"expected a text, found {Value.Kind}");

    /// <summary>XGBoost writes its parameters as texts.</summary>
    public float Real() => Value switch
    {
        DocumentValue.Number number => (float)number.Value,
        DocumentValue.Text text when float.TryParse(text.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out float real) => real,
        DocumentValue.Text text => throw Invalid($"expected a number, found {Quote(text.Value)}"),
        _ => throw Invalid($"expected a number, found {Value.Kind}"),
    };

    public int Integer(int minimum, int maximum)
    {
        double number = Value switch
        {
            DocumentValue.Number value => value.Value,
            DocumentValue.Text text when long.TryParse(text.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long whole) => whole,
            _ => double.NaN,
        };
        if (number >= minimum && number <= maximum && number == Math.Truncate(number))
            return (int)number;

        string found = Value is DocumentValue.Text other ? Quote(other.Value) : double.IsNaN(number) ? Value.Kind : $"{number}";
        throw Invalid($"expected an integer from {minimum} to {maximum}, found {found}");
    }

    public double[] Numbers(int count)
    {
        double[] numbers = Value switch
        {
            DocumentValue.Numbers array => array.Values,
            DocumentValue.Items { Values.Count: 0 } => [],
            _ => throw Invalid($"expected an array of numbers, found {Value.Kind}"),
        };
        return numbers.Length == count ? numbers : throw Invalid($"expected {count} numbers, found {numbers.Length}");
    }

    public bool IsEmptyArray() => Value is DocumentValue.Items { Values.Count: 0 } or DocumentValue.Numbers { Values.Length: 0 };

    public InvalidForestException Invalid(string problem) => new(Place.Length == 0 ? "model" : Place, problem);

    public InvalidForestException InvalidAt(int index, string problem) => new($"{Place}[{index}]", problem);

    /// <summary>A text of the file as a message shows it: hostile ones are long.</summary>
    public static string Quote(string text) => text.Length <= 60 ? $"'{text}'" : $"'{text[..60]}…'";

    private string Join(string name) => Place.Length == 0 ? name : $"{Place}.{name}";
}
