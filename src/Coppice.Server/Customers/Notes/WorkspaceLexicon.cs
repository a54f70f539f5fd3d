using System.Text;
using Coppice.Server.Http;
using Coppice.Server.Text.Concepts;

namespace Coppice.Server.Customers.Notes;

/// <summary>The lexicon to search by: <c>lexicon.csv</c> beside the definition file, or one that came with the request.</summary>
public sealed class WorkspaceLexicon(string workspaceFolder)
{
    private readonly Lock _gate = new();
    private (byte[] Content, Lexicon Lexicon)? _last;

    /// <summary>The workspace's own.</summary>
    /// <exception cref="ConceptException">There is none, or it cannot be used.</exception>
    public LexiconReading Open(CancellationToken cancellationToken)
    {
        string path = Path.Combine(workspaceFolder, Lexicon.FileName);
        return File.Exists(path)
            ? Open(path, Lexicon.FileName, cancellationToken)
            : throw new ConceptException(
                ConceptCodes.NoLexicon,
                $"The workspace has no {Lexicon.FileName} beside its definition file: write one by coppice concepts suggest FILE --out {Lexicon.FileName}, or name one with --lexicon.",
                RefusalKind.NotFound);
    }

    /// <summary>The workspace's own as it is now; null where there is none. The same object until the file says something else.</summary>
    /// <exception cref="ConceptException">It cannot be used.</exception>
    public Lexicon? Find()
    {
        string path = Path.Combine(workspaceFolder, Lexicon.FileName);
        if (!File.Exists(path))
            return null;
        byte[] content = File.ReadAllBytes(path);
        lock (_gate)
        {
            if (_last is not { } last || !last.Content.AsSpan().SequenceEqual(content))
                _last = last = (content, Open(new MemoryStream(content), Lexicon.FileName, CancellationToken.None).Lexicon!);
            return last.Lexicon;
        }
    }

    /// <summary>Puts the workspace's own as it is now into another folder; nothing where there is none.</summary>
    public void CopyTo(string folder)
    {
        string path = Path.Combine(workspaceFolder, Lexicon.FileName);
        if (File.Exists(path))
            File.Copy(path, Path.Combine(folder, Lexicon.FileName));
    }

    /// <summary>One that lies at a path, under the name its sender knows.</summary>
    /// <exception cref="ConceptException">It cannot be used.</exception>
    public static LexiconReading Open(string path, string name, CancellationToken cancellationToken)
    {
        using var file = File.OpenRead(path);
        return Open(file, name, cancellationToken);
    }

    private static LexiconReading Open(Stream content, string name, CancellationToken cancellationToken)
    {
        using var text = new StreamReader(content, Encoding.UTF8);
        var reading = Lexicon.Read(text, cancellationToken);
        if (reading.IsUsable)
            return reading;
        string more = reading.Problems.Count switch { 1 => "", 2 => " One more row has a problem.", var count => $" {count - 1} more rows have problems." };
        throw new ConceptException(ConceptCodes.BadLexicon, $"{name}:{reading.Problems[0].Line}  {reading.Problems[0].Sentence}.{more}", RefusalKind.BadInput);
    }
}
