namespace Coppice.Forests.Reading;

/// <summary>The attributes of one node of an ONNX graph, by name.</summary>
internal sealed class OnnxAttributes(string place)
{
    private const int NameField = 1, IntegerField = 3, TextField = 4, RealsField = 7, IntegersField = 8, TextsField = 9;

    private readonly Dictionary<string, (List<float> Reals, List<long> Integers, List<string> Texts)> _values = new(StringComparer.Ordinal);

    public string Place { get; } = place;

    public void Add(ProtobufReader attribute)
    {
        string name = "";
        (List<float> Reals, List<long> Integers, List<string> Texts) value = ([], [], []);
        while (attribute.Next())
        {
            switch (attribute.Field)
            {
                case NameField:
                    name = attribute.Text();
                    break;
                case IntegerField or IntegersField:
                    attribute.AddIntegers(value.Integers);
                    break;
                case TextField or TextsField:
                    value.Texts.Add(attribute.Text());
                    break;
                case RealsField:
                    attribute.AddReals(value.Reals);
                    break;
                default:
                    attribute.Skip();
                    break;
            }
        }

        if (!_values.TryAdd(name, value))
            throw new InvalidForestException($"{Place}.{DocumentCursor.Quote(name)}", "expected each attribute once, found it twice");
    }

    public bool Has(string name) => _values.ContainsKey(name);

    public IReadOnlyList<float> Reals(string name) => _values.TryGetValue(name, out var value) ? value.Reals : [];

    public IReadOnlyList<long> Integers(string name) => _values.TryGetValue(name, out var value) ? value.Integers : [];

    public IReadOnlyList<string> Texts(string name) => _values.TryGetValue(name, out var value) ? value.Texts : [];

    public string Text(string name, string otherwise) => Texts(name) is [var text] ? text : otherwise;

    public InvalidForestException Invalid(string name, string problem) => new($"{Place}.{name}", problem);

    public InvalidForestException InvalidAt(string name, int index, string problem) => new($"{Place}.{name}[{index}]", problem);

    /// <summary>The values of an attribute that has one for each of <paramref name="count"/>.</summary>
    public IReadOnlyList<T> Each<T>(IReadOnlyList<T> values, string name, int count) =>
        values.Count == count ? values : throw Invalid(name, $"expected {count} values, found {values.Count}");
}
