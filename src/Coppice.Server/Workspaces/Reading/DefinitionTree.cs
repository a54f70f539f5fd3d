using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Coppice.Server.Workspaces.Reading;

/// <summary>
/// Builds the tree of the definition file from parser events rather than from the library's document model: depth is checked before
/// anything nested is built, and a key given twice is one problem among the others instead of the end of reading.
/// </summary>
internal sealed class DefinitionTree
{
    private const int MaxDepth = 12;

    private readonly Parser _parser;
    private readonly ProblemList _problems;

    private DefinitionTree(TextReader text, ProblemList problems)
    {
        _parser = new Parser(text);
        _problems = problems;
    }

    public static MapNode? Read(string text, ProblemList problems)
    {
        var tree = new DefinitionTree(new StringReader(text), problems);
        try
        {
            return tree.ReadDocument();
        }
        catch (YamlException exception)
        {
            problems.Add(Math.Max(1, (int)exception.Start.Line), $"this is not YAML: {Reason(exception)}");
            return null;
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            // The scanner answers some malformed texts with these instead of its own exception: found by mutating a good file.
            problems.Add((int)(tree._parser.Current?.End.Line ?? 1), "this is not YAML: something is malformed here or on the next line");
            return null;
        }
    }

    private MapNode? ReadDocument()
    {
        _parser.Consume<StreamStart>();
        if (!_parser.TryConsume<DocumentStart>(out _))
        {
            _problems.Add(1, "the file is empty; expected workspace and models");
            return null;
        }

        DefinitionNode root = ReadNode(depth: 0);
        _parser.Consume<DocumentEnd>();
        if (!_parser.TryConsume<StreamEnd>(out _))
            _problems.Add((int)_parser.Current!.Start.Line, "a second document begins here; expected one");
        if (root is MapNode map)
            return map;

        _problems.Add(root.Line, $"expected keys such as workspace and models, found {root.Describe()}");
        return null;
    }

    private DefinitionNode ReadNode(int depth)
    {
        int line = (int)_parser.Current!.Start.Line;
        if (depth > MaxDepth)
            throw new YamlException(_parser.Current.Start, _parser.Current.End, $"nested deeper than {MaxDepth} levels");
        if (_parser.Current is NodeEvent { Anchor.IsEmpty: false })
            _problems.Add(line, "anchors (&) are not read here; write the value out");

        if (_parser.TryConsume<Scalar>(out Scalar? scalar))
            return new ScalarNode(line, scalar.Value, scalar.Style is YamlDotNet.Core.ScalarStyle.Plain ? ScalarStyle.Plain : ScalarStyle.Quoted);
        if (_parser.TryConsume<SequenceStart>(out _))
            return ReadList(line, depth);
        if (_parser.TryConsume<MappingStart>(out _))
            return ReadMap(line, depth);

        AnchorAlias alias = _parser.Consume<AnchorAlias>();
        _problems.Add(line, $"aliases (*{alias.Value}) are not read here; write the value out");
        return new ScalarNode(line, "", ScalarStyle.Plain);
    }

    private ListNode ReadList(int line, int depth)
    {
        var items = new List<DefinitionNode>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
            items.Add(ReadNode(depth + 1));
        return new ListNode(line, items);
    }

    private MapNode ReadMap(int line, int depth)
    {
        var entries = new List<MapEntry>();
        var lines = new Dictionary<string, int>();
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            DefinitionNode key = ReadNode(depth + 1);
            DefinitionNode value = ReadNode(depth + 1);
            if (key is not ScalarNode { Text: var name })
                _problems.Add(key.Line, $"expected a key, found {key.Describe()}");
            else if (!lines.TryAdd(name, key.Line))
                _problems.Add(key.Line, $"{name} is given twice; it was first given on line {lines[name]}");
            else
                entries.Add(new MapEntry(name, key.Line, value));
        }

        return new MapNode(line, entries);
    }

    private static string Reason(YamlException exception)
    {
        string reason = exception.InnerException?.Message ?? exception.Message;
        int end = reason.IndexOf("): ", StringComparison.Ordinal);
        reason = end < 0 ? reason : reason[(end + 3)..];
        return reason.TrimEnd('.');
    }
}
