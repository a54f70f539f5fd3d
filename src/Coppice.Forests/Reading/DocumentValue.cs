namespace Coppice.Forests.Reading;

/// <summary>
/// What JSON and UBJSON have in common, as models use it. A number is what XGBoost would hold: an integer exactly, else a float32;
/// true and false are 1 and 0, because <c>default_left</c> has been written both ways.
/// </summary>
internal abstract record DocumentValue
{
    public sealed record Members(Dictionary<string, DocumentValue> Values) : DocumentValue;

    public sealed record Items(IReadOnlyList<DocumentValue> Values) : DocumentValue;

    public sealed record Numbers(double[] Values) : DocumentValue;

    public sealed record Number(double Value) : DocumentValue;

    public sealed record Text(string Value) : DocumentValue;

    public sealed record Nothing : DocumentValue;

    public string Kind => this switch
    {
        Members => "an object",
        Items => "an array",
        Numbers => "an array of numbers",
        Number => "a number",
        Text => "a text",
        _ => "null",
    };
}
