using Coppice.Server.Files;

namespace Coppice.Server.Workspaces.Reading;

/// <summary>
/// The keys under one heading. Every key that is asked for is thereby known, so the list of known keys is never written a second time;
/// a value that cannot be used becomes a problem and the default takes its place.
/// </summary>
internal sealed partial class Section(MapNode map, string path, ProblemList problems)
{
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    public int Line => map.Line;

    public string Path => path;

    public IReadOnlyList<MapEntry> Entries => map.Entries;

    public string PathOf(string key) => path.Length == 0 ? key : $"{path}.{key}";

    public void Report(int line, string message) => problems.Add(line, message);

    /// <summary>Says what was expected of a key and what was found there.</summary>
    public void Mismatch(string key, string expected, DefinitionNode found) =>
        problems.Add(found.Line, $"{PathOf(key)}: expected {expected}, found {found.Describe()}");

    /// <summary>Says that a key is needed.</summary>
    public void Missing(string key, string expected) => problems.Add(Line, $"{(path.Length == 0 ? "" : path + ": ")}{key} is missing; expected {expected}");

    /// <summary>The value of a key, or null when it is not there or says nothing.</summary>
    public DefinitionNode? Find(string key)
    {
        _asked.Add(key);
        DefinitionNode? value = map.Entries.FirstOrDefault(entry => entry.Key == key)?.Value;
        return value is ScalarNode { IsAbsent: true } ? null : value;
    }

    /// <summary>The keys under <paramref name="key"/>; none when it is absent.</summary>
    public Section Child(string key)
    {
        DefinitionNode? value = Find(key);
        if (value is not null and not MapNode)
            Mismatch(key, "keys of its own", value);
        return new Section(value as MapNode ?? new MapNode(Line, []), PathOf(key), problems);
    }

    /// <summary>What is under <paramref name="key"/>, read on top of <paramref name="fallback"/>, or null for <c>off</c>; <paramref name="start"/> where there is no fallback.</summary>
    public T? PartOrOff<T>(string key, T? fallback, Func<T> start, Func<Section, T, T> read)
        where T : class
    {
        if (Find(key) is not { } value)
            return fallback;
        if (value is ScalarNode { Text: "off" or "false" })
            return null;
        if (value is not MapNode)
        {
            Mismatch(key, "keys of its own, or off", value);
            return fallback;
        }

        Section child = Child(key);
        T part = read(child, fallback ?? start());
        child.ReportUnknownKeys();
        return part;
    }

    /// <summary>Each section of a list under <paramref name="key"/>.</summary>
    public IReadOnlyList<Section> Children(string key)
    {
        var children = new List<Section>();
        DefinitionNode? value = Find(key);
        if (value is not null and not ListNode)
            Mismatch(key, "a list", value);
        foreach (DefinitionNode item in (value as ListNode)?.Items ?? [])
        {
            if (item is MapNode child)
                children.Add(new Section(child, $"{PathOf(key)}[{children.Count + 1}]", problems));
            else
                Mismatch(key, "a list of sections with keys", item);
        }

        return children;
    }

    /// <summary>To be called last: every key that nobody asked for is a problem that names the nearest known one.</summary>
    public void ReportUnknownKeys()
    {
        foreach (MapEntry entry in map.Entries.Where(entry => !_asked.Contains(entry.Key)))
        {
            string hint = NearestWord.Of(entry.Key, _asked) is { } nearest
                ? $"did you mean {nearest}?"
                : $"expected {string.Join(", ", _asked)}";
            string place = path.Length == 0 ? "" : $" in {path}";
            problems.Add(entry.Line, $"{(entry.Key.Length <= 60 ? entry.Key : entry.Key[..57] + "...")} is not a key{place}; {hint}");
        }
    }
}
