using System.Text.RegularExpressions;

namespace Coppice.Server.Tests.Conventions;

/// <summary>One C# file: where it lies, what it says.</summary>
internal sealed partial class SourceFile(string path, string text)
{
    private readonly string[] _segments = path.Split('/');
    private readonly Lazy<CSharpText> _parts = new(() => new CSharpText(text));
    private readonly Lazy<string> _code = new(() => new CSharpText(text).Code);
    private IReadOnlyList<Declaration>? _types;

    public sealed record Declaration(string Name, string Kind, int LineCount);

    /// <summary>From the root, with forward slashes.</summary>
    public string Path { get; } = path;

    public string Text { get; } = text;

    public string Project => _segments[1];

    /// <summary>The folders between the project and the file.</summary>
    public IReadOnlyList<string> Folders => _segments[2..^1];

    /// <summary>The namespace such a place asks for.</summary>
    public string Namespace => string.Join('.', Folders.Prepend(Project));

    /// <summary>The first folder under the project; empty for a file at its top.</summary>
    public string Folder => Folders.FirstOrDefault("");

    public string FileName => _segments[^1];

    /// <summary>The type the file is named after: <c>Booster</c> for <c>Booster.Training.cs</c>.</summary>
    public string TypeName => FileName[..FileName.IndexOf('.')];

    public int LineCount => Text.AsSpan().TrimEnd().Count('\n') + 1;

    public string Code => _code.Value;

    public CSharpText Parts => _parts.Value;

    /// <summary>The types that are not inside another.</summary>
    public IReadOnlyList<Declaration> Types => _types ??= FindTypes();

    public bool IsStore => TypeName.EndsWith("Store", StringComparison.Ordinal);

    public string Place(int index) => $"{Path}:{Text.AsSpan(0, index).Count('\n') + 1}";

    private List<Declaration> FindTypes()
    {
        var types = new List<Declaration>();
        int read = 0;
        foreach (Match match in TypeDeclaration().Matches(Code))
        {
            // Up to here the code is read; what lies before belongs to a type already found.
            if (match.Index >= read)
            {
                read = EndOfDeclaration(match.Index);
                types.Add(new Declaration(match.Groups["name"].Value, match.Groups["kind"].Value.Split(' ')[0], Code.AsSpan(match.Index, read - match.Index).Count('\n') + 1));
            }
        }

        return types;
    }

    private int EndOfDeclaration(int start)
    {
        int depth = 0;
        for (int i = start; i < Code.Length; i++)
        {
            depth += Code[i] is '{' or '(' ? 1 : Code[i] is '}' or ')' ? -1 : 0;
            if (depth == 0 && (Code[i] is '}' or ';'))
            {
                return i + 1;
            }
        }

        return Code.Length;
    }

    [GeneratedRegex(@"\b(?<kind>class|struct|interface|enum|record(\s+(class|struct))?)\s+(?!where\b)(?<name>[A-Za-z_]\w*)|\b(?<kind>delegate)\s[^({;]*?(?<name>\w+)\s*(<[^>(]*>)?\s*\(", RegexOptions.ExplicitCapture)]
    private static partial Regex TypeDeclaration();
}
