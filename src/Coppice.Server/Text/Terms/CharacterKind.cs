namespace Coppice.Server.Text.Terms;

/// <summary>What a character means for tokens.</summary>
internal enum CharacterKind : byte
{
    /// <summary>Stands between tokens.</summary>
    Between,

    /// <summary>Part of a token, as it is.</summary>
    Word,

    /// <summary>Part of a token; its lower case is as long in UTF-8.</summary>
    Upper,

    /// <summary>Its lower case is longer or shorter in UTF-8, or depends on its neighbours.</summary>
    Awkward,
}
