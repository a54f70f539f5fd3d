namespace Coppice.Server.Text.Terms;

/// <summary>Whether capitals become small letters before tokens are told apart.</summary>
internal enum TokenCase
{
    Lower,
    AsIs,
}
