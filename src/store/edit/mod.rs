#[derive(Debug, Clone, PartialEq)]
pub enum Step {
    Key(String),
    Index(usize),
}
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Span {
    pub line: usize,
    pub column: usize,
    pub len: usize,
}
pub fn locate(_t: &str, _p: &[Step]) -> Option<Span> {
    None
}
pub fn locate_value(_t: &str, _p: &[Step]) -> Option<Span> {
    None
}
pub fn keys(_t: &str, _p: &[Step]) -> Vec<(String, Span)> {
    vec![]
}
pub fn length(_t: &str, _p: &[Step]) -> usize {
    0
}
