using System.Text;
using Coppice.Server.Predictions;

namespace Coppice.Server.Serving.Questions;

/// <summary>
/// The names of inputs in the order in which a caller sent them. Callers send the same names in the same order again and again, so
/// comparing bytes with what came last time replaces looking names up. The names are distinct and have no escapes.
/// </summary>
internal sealed class KeyOrder(byte[][] quotedNames, int[] places)
{
    private const int MostNames = 4_096;

    private readonly Lazy<InputShape> _shape = new(() => new InputShape(quotedNames));

    public static KeyOrder Empty { get; } = new([], []);

    /// <summary>Names with their quotes, as they stand in the body.</summary>
    public byte[][] QuotedNames { get; } = quotedNames;

    /// <summary>The names as they are stored with an answer.</summary>
    public InputShape Shape => _shape.Value;

    /// <summary>Where each goes; negative where the version does not use it.</summary>
    public int[] Places { get; } = places;

    /// <summary>
    /// An order that holds these names and the ones seen before, so that callers who leave some out take turns without harm; just
    /// the new ones where the two orders contradict each other or have become too long.
    /// </summary>
    public KeyOrder With(List<byte[]> names, List<int> places)
    {
        var fresh = new KeyOrder([.. names], [.. places]);
        if (QuotedNames.Length == 0 || QuotedNames.Length + names.Count > MostNames)
            return fresh;
        var mergedNames = new List<byte[]>(QuotedNames);
        var mergedPlaces = new List<int>(Places);
        var known = QuotedNames.Select((name, at) => (Convert.ToHexString(name), at)).ToDictionary(n => n.Item1, n => n.at);
        int inserted = 0;
        int next = 0;
        for (int i = 0; i < names.Count; i++)
        {
            if (known.TryGetValue(Convert.ToHexString(names[i]), out int at))
            {
                if (at + inserted < next)
                    return fresh;
                next = at + inserted + 1;
                continue;
            }

            mergedNames.Insert(next, names[i]);
            mergedPlaces.Insert(next++, places[i]);
            inserted++;
        }

        return inserted == 0 ? this : new KeyOrder([.. mergedNames], [.. mergedPlaces]);
    }

    /// <summary>The same names with the places they have in another version.</summary>
    public KeyOrder For(Features.RowEncoder rows) => new(
        QuotedNames,
        Array.ConvertAll(QuotedNames, name => rows.Find(Encoding.UTF8.GetString(name.AsSpan(1, name.Length - 2)))));
}
