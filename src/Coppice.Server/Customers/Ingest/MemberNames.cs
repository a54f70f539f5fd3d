using System.Text;
using System.Text.Json;
using Coppice.Server.Files;

namespace Coppice.Server.Customers.Ingest;

/// <summary>The members a JSON object may have.</summary>
public sealed class MemberNames(params string[] names)
{
    private readonly byte[][] _utf8 = [.. names.Select(Encoding.UTF8.GetBytes)];

    public string this[int member] => names[member];

    /// <summary>The place of the name the reader stands on, or -1.</summary>
    public int Find(ref Utf8JsonReader json)
    {
        for (int i = 0; i < _utf8.Length; i++)
        {
            if (json.ValueTextEquals(_utf8[i]))
                return i;
        }

        return -1;
    }

    /// <summary>Says that a name is not one of these, and which was probably meant.</summary>
    public string Unknown(string name)
    {
        string shown = name.Length <= 60 ? name : name[..57] + "...";
        return NearestWord.Of(name, names) is { } nearest
            ? $"\"{shown}\" is not known here; nearest is \"{nearest}\""
            : $"\"{shown}\" is not known here; expected {string.Join(", ", names)}";
    }
}
